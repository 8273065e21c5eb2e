using System.Text.Json.Nodes;

namespace WorkflowHost.Running;

/// <summary>A filled form on its way in: what it answers, what it says, and who sends it.</summary>
public sealed record FormSubmission
{
    public required SubmissionTarget Target { get; init; }

    /// <summary>The <c>data</c> of a form.io submission, as the browser sent it.</summary>
    public required JsonObject Data { get; init; }

    /// <summary>Chosen by the sender; the same key never has two effects.</summary>
    public required string IdempotencyKey { get; init; }

    public required Submitter By { get; init; }

    /// <summary>Site where it is filled; null takes the task's.</summary>
    public string? Site { get; init; }

    /// <summary>form.io's submission metadata, when the renderer sent some.</summary>
    public JsonObject? Metadata { get; init; }

    /// <summary>Language of messages, two letters.</summary>
    public string Language { get; init; } = "es";
}

/// <summary>What a form answers.</summary>
public abstract record SubmissionTarget
{
    private SubmissionTarget()
    {
    }

    public sealed record OpenTask(Guid TaskId) : SubmissionTarget;

    /// <param name="Version">Version the person was shown; null takes the published one.</param>
    /// <param name="Begun">When and by which start the person began it, proven by the program itself; null when unknown.</param>
    public sealed record StartForm(string Form, int? Version = null, FormBegun? Begun = null) : SubmissionTarget;
}

/// <summary>The start with which somebody began a form.</summary>
/// <param name="DefinitionVersionId">Version of the workflow that it started then.</param>
public sealed record FormBegun(string DefinitionVersionId, DateTimeOffset At);
