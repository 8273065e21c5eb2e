namespace WorkflowHost.Cases.Plans;

/// <summary>A field of a case type: key in the data, label, kind, the catalog it takes values from (or null), sensitivity.</summary>
public sealed record CaseField(
    string Key, LocalizedText Label, CaseFieldKind Kind, string? Catalog, Sensitivity Sensitivity);
