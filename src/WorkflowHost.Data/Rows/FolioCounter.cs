namespace WorkflowHost.Data;

/// <summary>The highest number of a case type's folios that may already have been given.</summary>
public sealed class FolioCounter
{
    public required string CaseType { get; init; }

    public long Reserved { get; set; }
}
