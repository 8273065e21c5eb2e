using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data;
using WorkflowHost.Features.Workflows.Definitions;
using WorkflowHost.Features.Workflows.Instances;
using WorkflowHost.Features.Workflows.Wire;
using WorkflowHost.Running;

namespace WorkflowHost.Features.Workflows.Waiting;

/// <summary>Elsa's runtime API for what instances wait for: events, tasks, dead letters, and the retry of failed steps.</summary>
public static class WaitingEndpoints
{
    private const int MaxLetters = 200;

    public static void MapWaiting(this IEndpointRouteBuilder api)
    {
        api.MapPost("/events/{eventName}/trigger", TriggerAsync);
        api.MapPost("/tasks/{taskId}/complete", CompleteAsync);
        api.MapGet("/bookmark-queue/dead-letters", ListAsync);
        api.MapPost("/bookmark-queue/dead-letters/{id:guid}/replay", async (Guid id, Stimuli stimuli, Designer designer, CancellationToken ct) =>
            await stimuli.ReplayAsync(id, designer.Name, ct) ? Results.Ok() : Results.NotFound());
        api.MapPost("/alterations/workflows/retry", RetryAsync);
    }

    private static async Task<IResult> TriggerAsync(
        string eventName, HttpRequest request, Stimuli stimuli, Designer designer, CancellationToken ct)
    {
        var body = await BodyAsync(request, ct);
        await stimuli.SendEventAsync(
            eventName, body["input"], body.Text("correlationId"), body.Text("workflowInstanceId"), designer.Name, ct);
        return Results.Ok();
    }

    // Also for an id nobody waits for: it is kept, as in Elsa.
    private static async Task<IResult> CompleteAsync(
        string taskId, HttpRequest request, Stimuli stimuli, Designer designer, CancellationToken ct)
    {
        await stimuli.CompleteTaskAsync(taskId, (await BodyAsync(request, ct))["result"], designer.Name, ct);
        return Results.Ok();
    }

    private static async Task<IResult> ListAsync(WorkDb db, CancellationToken ct)
    {
        var letters = await db.QueuedStimuli.AsNoTracking().Where(s => s.State != StimulusState.Waiting)
            .OrderByDescending(s => s.At).Take(MaxLetters).ToListAsync(ct);
        return StudioJson.Ok(new
        {
            Items = letters.Select(s => new
            {
                s.Id, s.Name, StimulusHash = s.Hash, s.CorrelationId, WorkflowInstanceId = s.InstanceId, Reason = s.State.ToString(),
                DeliveryAttempts = s.Attempts, LastErrorMessage = s.LastError, CreatedAt = s.At,
            }),
            TotalCount = letters.Count,
        });
    }

    // By the record that failed and not by its activity: only so can the instance finish (decision B8).
    private static async Task<IResult> RetryAsync(
        HttpRequest request, StoredStates states, WorkflowRuntime runtime, Designer designer, CancellationToken ct)
    {
        var body = await BodyAsync(request, ct);
        var activities = body.Texts("activityIds");
        var results = new List<object>();
        foreach (var id in body.Texts("workflowInstanceIds"))
        {
            var retried = 0;
            foreach (var incident in (await states.FindAsync(id, ct))?.Incidents ?? [])
            {
                if ((activities.Count == 0 || activities.Contains(incident.ActivityId))
                    && await runtime.RetryAsync(id, incident.ActivityInstanceId, designer.Name, ct) is RunAnswer.Done)
                    retried++;
            }

            results.Add(new { WorkflowInstanceId = id, Retried = retried, IsSuccessful = retried > 0 });
        }

        return StudioJson.Ok(new { Results = results });
    }

    private static async Task<JsonObject> BodyAsync(HttpRequest request, CancellationToken ct) =>
        request.ContentLength is 0 or null && request.ContentType is null ? [] : await StudioJson.ReadObjectAsync(request, ct);
}
