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

    /// <summary>
    /// Place among the cases with that key, unique: who looked and found nothing cannot store what another stored
    /// meanwhile. -1 for lookup fields, which many cases share.
    /// </summary>
    public int Ordinal { get; init; } = -1;
}
