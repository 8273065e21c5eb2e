using System.Text.Json.Nodes;
using WorkflowHost.Features.Workflows.Definitions;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Instances;

/// <summary>The test tab of the editor (elsa-studio-contract 2.7).</summary>
public static class ActivityTrialEndpoints
{
    public static void MapActivityTrials(this IEndpointRouteBuilder api) => api.MapPost("/tests/activities", TryAsync);

    private static async Task<IResult> TryAsync(
        HttpRequest request, DefinitionVersions versions, ActivityTrial trial, InstanceReading reading, CancellationToken ct)
    {
        var body = await StudioJson.ReadObjectAsync(request, ct);
        var handle = body["workflowDefinitionHandle"] as JsonObject;
        var version = handle.Text("definitionVersionId") is { Length: > 0 } versionId
            ? await versions.FindVersionAsync(versionId, ct)
            : await versions.FindAsync(handle.Text("definitionId") ?? "", handle.Text("versionOptions") ?? "Latest", ct);
        var activityId = (body["activityHandle"] as JsonObject).Text("activityId") ?? "";
        if (version is null || ActivityTrial.Find(version, activityId) is not { } activity || trial.Run(version, activityId) is not { } record)
            return StudioProblem.BadRequest("La actividad no está en la versión guardada.");
        // Trying an activity that reads cases would read them to whoever may draw one.
        var isOpen = await reading.MayReadTrialAsync(activity, ct);
        return StudioJson.Ok(new
        {
            ActivityState = isOpen ? record.ActivityState : HiddenValues.Of(record.ActivityState),
            Payload = isOpen ? record.Payload ?? [] : HiddenValues.OfPayload(record.Payload ?? []),
            Outputs = isOpen ? record.Outputs ?? [] : HiddenValues.Of(record.Outputs ?? []),
            record.Exception,
            record.Status,
        });
    }
}
