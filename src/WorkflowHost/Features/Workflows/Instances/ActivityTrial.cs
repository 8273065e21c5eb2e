using System.Text.Json.Nodes;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Engine;
using WorkflowHost.Features.Workflows.Definitions;
using WorkflowHost.Features.Workflows.Wire;
using WorkflowHost.Running;

namespace WorkflowHost.Features.Workflows.Instances;

/// <summary>
/// Tries one activity out alone, with the test values of the variables. It runs in a unit of work that is thrown away:
/// nothing is stored, and effects such as HTTP calls are only decided, never carried out.
/// </summary>
public sealed class ActivityTrial(IWorkStore store, PublishedContent content, Designer designer, TimeProvider time)
{
    /// <summary>The activity as it is stored; null when the version has no such activity.</summary>
    public static JsonObject? Find(StoredDefinition version, string activityId) =>
        ActivityTree.All(DefinitionDocument.RootOf(StudioJson.ParseObject(version.Json))).FirstOrDefault(a => a.Text("id") == activityId);

    /// <summary>What the activity did; null when the definition has no such activity.</summary>
    public ActivityRecord? Run(StoredDefinition version, string activityId)
    {
        var document = StudioJson.ParseObject(version.Json);
        var activity = ActivityTree.All(DefinitionDocument.RootOf(document)).FirstOrDefault(a => a.Text("id") == activityId);
        if (activity is null)
            return null;
        TakeTestValues(document);
        document["root"] = activity.DeepClone();

        var snapshot = content.Current;
        using var session = store.Open(designer.Name, time.GetUtcNow(), snapshot.Plan);
        var instanceId = BurstHost.NewInstanceId();
        session.CurrentInstance = instanceId;
        var commit = snapshot.Interpreter.Run(new WorkflowActivation
        {
            Workflow = CompiledWorkflow.Compile(WorkflowDefinition.Parse(document), snapshot.Registry),
            InstanceId = instanceId,
            Stimulus = new StartWorkflow(),
            Now = session.Now,
            Host = new BurstHost(session, snapshot, new BurstOrigin(null)),
        });
        return commit.ActivityRecords.FirstOrDefault(r => r.ActivityId == activityId);
    }

    // Studio keeps them in the workflow's custom properties, by variable id.
    private static void TakeTestValues(JsonObject document)
    {
        if (document["customProperties"]?["VariableTestValues"] is not JsonObject values)
            return;
        foreach (var variable in (document["variables"] as JsonArray ?? []).OfType<JsonObject>())
            if (variable.Text("id") is { } id && values.TryGetPropertyValue(id, out var value))
                variable["value"] = value?.DeepClone();
    }
}
