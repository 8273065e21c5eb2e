namespace Formio.Forms;

/// <summary>How a component keeps its value: form.io's <c>modelType</c>.</summary>
internal enum ModelType
{
    /// <summary>Layout: no value, transparent for data paths.</summary>
    None,

    /// <summary>Text on the page: no value.</summary>
    Content,
    NestedArray,
    NestedDataArray,
    DataObject,
    Object,
    Map,
    Array,
    String,
    Number,
    Boolean,
    Any,
}
