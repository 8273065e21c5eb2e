namespace Formio.Values;

/// <summary>The kinds a submission value can have: JSON's six, and <c>undefined</c> for what is absent.</summary>
internal enum DataKind
{
    Undefined,
    Null,
    Boolean,
    Number,
    String,
    Object,
    Array,
}
