using System.Text.Json.Nodes;
using WorkflowHost.Engine;

namespace WorkflowHost.Running;

/// <summary>Something happened that instances may wait for (elsa-semantics 3.3).</summary>
/// <param name="Name">For people: the name of the event, the id of the task.</param>
/// <param name="Hash">Key of the bookmarks and triggers it is for.</param>
/// <param name="CorrelationId">Only bookmarks with this id; null any.</param>
/// <param name="InstanceId">Only this instance, and no start; null any.</param>
/// <param name="Input">Input of the start or resume.</param>
/// <param name="Rest">Ids of the bookmarks that the first transactions of this delivery left over; null at its beginning.</param>
internal sealed record SendStimulus(
    string IdempotencyKey, string Name, string Hash, string? CorrelationId, string? InstanceId, JsonObject Input, IReadOnlyList<string>? Rest = null)
    : WorkflowEffect(IdempotencyKey)
{
    public static SendStimulus Of(PublishEvent published) => new(
        published.IdempotencyKey, published.Name, StimulusHasher.OfEvent(published.Name), published.CorrelationId, published.InstanceId,
        new JsonObject { [WorkflowInputKeys.EventPayload] = published.Payload?.DeepClone() });

    /// <summary>The answer to a RunTask.</summary>
    public static SendStimulus OfTask(string key, string taskId, JsonNode? result) => new(
        key, taskId, StimulusHasher.Hash("Elsa.RunTask", new JsonObject { ["TaskId"] = taskId }), null, null,
        new JsonObject { [WorkflowInputKeys.RunTask] = result?.DeepClone() });
}
