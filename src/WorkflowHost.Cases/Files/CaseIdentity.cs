namespace WorkflowHost.Cases.Files;

/// <summary>
/// A key under which a case can be found again: the normalised values of one identity set (name: the fields joined with
/// <c>+</c>) or of one lookup field. Two cases may share it: that is how a double registration is noticed.
/// </summary>
public sealed class CaseIdentity
{
    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>Its type.</summary>
    public required string CaseType { get; init; }

    /// <summary>Field names joined with <c>+</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Normalised values joined with <c>|</c>.</summary>
    public required string Value { get; init; }
}
