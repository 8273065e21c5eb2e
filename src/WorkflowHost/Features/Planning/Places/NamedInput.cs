namespace WorkflowHost.Features.Planning.Places;

/// <summary>A segment or a feature as its form sends it.</summary>
public sealed class NamedInput
{
    public string? BasedOn { get; set; }

    /// <summary>Null for a new one.</summary>
    public string? Key { get; set; }

    public Dictionary<string, string?> Title { get; set; } = [];

    /// <summary>Of a new feature: <c>boolean</c>, <c>number</c> or <c>text</c>.</summary>
    public string? Type { get; set; }

    /// <summary>Of a new feature that is a number.</summary>
    public string? Unit { get; set; }
}
