using System.Text.Json.Nodes;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Submissions;

/// <summary>A filled-in form as it was accepted. Never changed.</summary>
public sealed class Submission
{
    /// <summary>Id, version 7.</summary>
    public Guid Id { get; init; } = OrderedId.Next();

    /// <summary>Key the sender chose, unique: sending it again has no second effect.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>Hash of what was sent: the same key with another content is a mistake of the sender. Empty when not computed.</summary>
    public string RequestHash { get; init; } = "";

    /// <summary>Key of the form.</summary>
    public required string Form { get; init; }

    /// <summary>Version that judged it.</summary>
    public int FormVersion { get; init; }

    /// <summary>The task it completed, or null when it started a workflow.</summary>
    public Guid? TaskId { get; init; }

    /// <summary>The workflow it started or continued, or null.</summary>
    public string? InstanceId { get; set; }

    /// <summary>The case it is about, or null.</summary>
    public Guid? CaseId { get; set; }

    /// <summary>Site where it was filled in, or null.</summary>
    public string? SiteKey { get; init; }

    /// <summary>User name, or the webhook source.</summary>
    public required string SubmittedBy { get; init; }

    /// <summary>When it was accepted.</summary>
    public DateTimeOffset SubmittedAt { get; init; }

    /// <summary>Language it was filled in, two letters.</summary>
    public string Language { get; init; } = "es";

    /// <summary>Sensitivity of the form.</summary>
    public Sensitivity Sensitivity { get; init; }

    /// <summary>Outcome it led to, or null.</summary>
    public string? Outcome { get; set; }

    /// <summary>The answers, a JSON object, as the form's rules left them.</summary>
    public string DataJson { get; init; } = "{}";

    /// <summary>The answers as a fresh tree.</summary>
    public JsonObject Data() => JsonText.Object(DataJson);
}
