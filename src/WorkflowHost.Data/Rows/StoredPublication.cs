namespace WorkflowHost.Data;

/// <summary>One act of publishing: who changed what is in force, when, why, and what it changed. Append-only.</summary>
public sealed class StoredPublication
{
    /// <summary>Given by the database, in the order of the acts; gaps are possible.</summary>
    public int Number { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>User name, or <c>system</c> for the files the program is shipped with.</summary>
    public required string Actor { get; init; }

    public PublicationKind Kind { get; init; }

    /// <summary>What the person wrote about it; empty when nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>The publication this one takes back; null for all others.</summary>
    public int? TakesBack { get; init; }

    /// <summary>JSON list of what got another version: file, versions before and after, and every change.</summary>
    public required string ItemsJson { get; init; }
}
