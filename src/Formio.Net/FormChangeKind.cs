namespace Formio;

/// <summary>What a <see cref="FormChange"/> tells of.</summary>
public enum FormChangeKind
{
    /// <summary>A component that was not there.</summary>
    Added,

    /// <summary>A component that is gone, and with it the answers of later submissions.</summary>
    Removed,

    /// <summary>A component under another parent, or after another sibling, than before.</summary>
    Moved,

    /// <summary>A property of a component, or of the form, that has another value.</summary>
    Changed,
}
