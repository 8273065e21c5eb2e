using System.Text.Json.Nodes;
using WorkflowHost.Engine;

namespace WorkflowHost.Data.Tests.Contracts;

/// <summary>A workflow that waits ten minutes, then for the event "go", then publishes "gone".</summary>
public static class SampleWorkflow
{
    private static readonly ActivityRegistry Registry = ActivityRegistry.WithBuiltIns();
    private static readonly WorkflowInterpreter Interpreter = new(Registry, EngineOptions.ProfileS);

    private static readonly CompiledWorkflow Workflow = CompiledWorkflow.Compile(
        WorkflowDefinition.Parse(
            """
            {"id": "v1", "definitionId": "sample", "name": "Sample", "version": 1, "isLatest": true, "isPublished": true,
             "root": {"id": "seq", "nodeId": "Workflow1:seq", "type": "Elsa.Sequence", "version": 1, "activities": [
               {"id": "wait", "nodeId": "Workflow1:seq:wait", "type": "Elsa.Delay", "version": 1,
                "timeSpan": {"typeName": "TimeSpan", "expression": {"type": "Literal", "value": "00:10:00"}}},
               {"id": "go", "nodeId": "Workflow1:seq:go", "type": "Elsa.Event", "version": 1,
                "eventName": {"typeName": "String", "expression": {"type": "Literal", "value": "go"}}},
               {"id": "gone", "nodeId": "Workflow1:seq:gone", "type": "Elsa.PublishEvent", "version": 1,
                "eventName": {"typeName": "String", "expression": {"type": "Literal", "value": "gone"}}}]}}
            """),
        Registry);

    public static string GoHash { get; } =
        StimulusHasher.Hash("Elsa.Event", new JsonObject { ["EventName"] = "go" });

    public static WorkflowCommit Start(string instanceId, DateTimeOffset now, string? correlationId = null) =>
        Run(instanceId, null, new StartWorkflow { CorrelationId = correlationId }, now);

    public static WorkflowCommit Resume(StoredInstance instance, string bookmarkId, DateTimeOffset now) =>
        Run(instance.Id, instance.StateJson, new ResumeBookmark(bookmarkId, null), now);

    private static WorkflowCommit Run(string id, string? state, WorkflowStimulus stimulus, DateTimeOffset now) =>
        Interpreter.Run(new WorkflowActivation
        {
            Workflow = Workflow,
            InstanceId = id,
            State = state is null ? null : WorkflowState.Parse(state),
            Stimulus = stimulus,
            Now = now,
            Host = new NobodysHost(),
        });

    private sealed class NobodysHost : IActivityHost
    {
        public T? Port<T>()
            where T : class => null;

        public CompiledWorkflow? FindPublished(string definitionId) => null;

        public string NewId() => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8));
    }
}
