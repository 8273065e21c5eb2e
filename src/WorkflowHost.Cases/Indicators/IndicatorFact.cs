using System.Text.Json.Nodes;

namespace WorkflowHost.Cases.Indicators;

/// <summary>Something countable that happened to a case. Never changed, never deleted: a correction is another fact.</summary>
public sealed class IndicatorFact
{
    /// <summary>Id, version 7: sorts by time of recording.</summary>
    public Guid Id { get; init; } = OrderedId.Next();

    /// <summary>Key of the fact type.</summary>
    public required string Type { get; init; }

    /// <summary>The case it happened to, or null.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>Free key of what it is about when that is not the case (a family, a home), or null.</summary>
    public string? Subject { get; init; }

    /// <summary>Site key, or null.</summary>
    public string? SiteKey { get; init; }

    /// <summary>The day it happened, in the plan's zone.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>How many, at least 0; 1 unless said otherwise.</summary>
    public int Quantity { get; init; } = 1;

    /// <summary>JSON object with what filters look at; never null.</summary>
    public string DataJson { get; init; } = "{}";

    /// <summary>The submission that proves it, or null.</summary>
    public Guid? SubmissionId { get; set; }

    /// <summary>The workflow instance that recorded it, or null.</summary>
    public string? InstanceId { get; set; }

    /// <summary>When it was recorded. The case world fills it in.</summary>
    public DateTimeOffset RecordedAt { get; set; }

    /// <summary><see cref="DataJson"/> as a fresh object.</summary>
    public JsonObject Data() => JsonText.Object(DataJson);
}
