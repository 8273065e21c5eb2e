using System.Text.Json.Nodes;

namespace WorkflowHost.Engine;

/// <summary>
/// Something outside the instance that the burst decided on. The host stores it in the same transaction as the commit and carries
/// it out at least once; receivers recognise a repetition by the key.
/// </summary>
/// <param name="IdempotencyKey">Unique per decision and stable when the same burst is carried out again.</param>
public abstract record WorkflowEffect(string IdempotencyKey);

/// <summary>Start another workflow in its own transaction.</summary>
/// <param name="IdempotencyKey">See <see cref="WorkflowEffect"/>.</param>
/// <param name="DefinitionId">Published definition to start; it existed when the burst ran.</param>
/// <param name="Input">Input of the child, already with <c>ParentInstanceId</c>.</param>
/// <param name="CorrelationId">Correlation id of the child, or null.</param>
/// <param name="ChildInstanceId">Id the child must get.</param>
/// <param name="ParentInstanceId">The dispatching instance.</param>
/// <param name="Wait">True: when the child finishes its commit carries a <see cref="ResumeParent"/>.</param>
public sealed record DispatchWorkflow(
    string IdempotencyKey,
    string DefinitionId,
    JsonObject Input,
    string? CorrelationId,
    string ChildInstanceId,
    string ParentInstanceId,
    bool Wait) : WorkflowEffect(IdempotencyKey)
{
    /// <summary>The dispatching activity type; the name of the bookmark that waits (<c>Elsa.DispatchWorkflow</c>, …).</summary>
    public string DispatchedBy { get; init; } = "Elsa.DispatchWorkflow";
}

/// <summary>Deliver an event to waiting instances and start triggers (elsa-semantics 3.5).</summary>
/// <param name="IdempotencyKey">See <see cref="WorkflowEffect"/>.</param>
/// <param name="Name">Name of the event; deliver by the hash of <c>Elsa.Event</c> and <c>{EventName}</c>.</param>
/// <param name="Payload">Passed to the receiver under the input key <see cref="WorkflowInputKeys.EventPayload"/>.</param>
/// <param name="CorrelationId">Only instances with this id; null = any.</param>
/// <param name="InstanceId">Only this instance (local event); null = any.</param>
public sealed record PublishEvent(
    string IdempotencyKey,
    string Name,
    JsonNode? Payload,
    string? CorrelationId,
    string? InstanceId) : WorkflowEffect(IdempotencyKey);

/// <summary>The instance has finished and a parent waits: resume the parent's bookmark with this hash.</summary>
/// <param name="IdempotencyKey">See <see cref="WorkflowEffect"/>.</param>
/// <param name="ParentInstanceId">The waiting instance.</param>
/// <param name="ChildInstanceId">This instance.</param>
/// <param name="BookmarkHash">Hash of the bookmark the parent waits at.</param>
/// <param name="Input">Input for the resume: workflow output, status and sub-status of the child.</param>
public sealed record ResumeParent(
    string IdempotencyKey,
    string ParentInstanceId,
    string ChildInstanceId,
    string BookmarkHash,
    JsonObject Input) : WorkflowEffect(IdempotencyKey);

/// <summary>Send an HTTP request; the answer resumes <paramref name="BookmarkId"/> with a <see cref="HttpAnswer"/> as input.</summary>
/// <param name="IdempotencyKey">See <see cref="WorkflowEffect"/>; also sent as the Idempotency-Key header.</param>
/// <param name="BookmarkId">Where the instance waits for the answer.</param>
/// <param name="Url">Absolute address, not yet checked against the SSRF rules.</param>
/// <param name="Method">Upper case.</param>
/// <param name="Headers">Request headers without Authorization and Content-Type.</param>
/// <param name="Content">Body as text, or null.</param>
/// <param name="ContentType">Media type of the body, or null.</param>
/// <param name="Authorization">Value of the Authorization header, or null. Never log it.</param>
public sealed record SendHttp(
    string IdempotencyKey,
    string BookmarkId,
    string Url,
    string Method,
    IReadOnlyDictionary<string, string> Headers,
    string? Content,
    string? ContentType,
    string? Authorization) : WorkflowEffect(IdempotencyKey)
{
    /// <summary>How the host repeats a request that failed for the moment; null = the host's own way.</summary>
    public HttpRetry? Retry { get; init; }
}

/// <summary>Elsa's RunTask asks the host for a task; the host answers by resuming the bookmark with <see cref="WorkflowInputKeys.RunTask"/>.</summary>
/// <param name="IdempotencyKey">See <see cref="WorkflowEffect"/>.</param>
/// <param name="TaskId">Id of the task, part of the bookmark's payload.</param>
/// <param name="Name">Name given by the designer, or null.</param>
/// <param name="Payload">Parameters, or null.</param>
/// <param name="BookmarkId">The bookmark to resume.</param>
/// <param name="ActivityId">Id of the asking activity.</param>
public sealed record RunTask(
    string IdempotencyKey,
    string TaskId,
    string? Name,
    JsonNode? Payload,
    string BookmarkId,
    string ActivityId) : WorkflowEffect(IdempotencyKey);

/// <summary>A line written by WriteLine; hosts usually log it.</summary>
/// <param name="IdempotencyKey">See <see cref="WorkflowEffect"/>.</param>
/// <param name="Text">The line without its end.</param>
public sealed record WriteLine(string IdempotencyKey, string Text) : WorkflowEffect(IdempotencyKey);

/// <summary>A parent was cancelled: cancel this child too.</summary>
/// <param name="IdempotencyKey">See <see cref="WorkflowEffect"/>.</param>
/// <param name="ChildInstanceId">The dispatched instance.</param>
public sealed record CancelChild(string IdempotencyKey, string ChildInstanceId) : WorkflowEffect(IdempotencyKey);
