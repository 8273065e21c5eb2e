namespace Formio;

/// <summary>One difference between two versions of a form.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Path">Path of the component, in the newer version where it is there; empty for the form itself.</param>
/// <param name="Label">What people call the component; empty for the form itself.</param>
/// <param name="Type">form.io's type of the component; empty for the form itself.</param>
public sealed record FormChange(FormChangeKind Kind, string Path, string Label, string Type)
{
    /// <summary>Of a changed property, its dotted name: <c>validate.required</c>; else empty.</summary>
    public string Property { get; init; } = "";

    /// <summary>The value before: text as it is, else compact JSON; null when the property was absent.</summary>
    public string? Before { get; init; }

    /// <summary>The value after, as <see cref="Before"/>.</summary>
    public string? After { get; init; }
}
