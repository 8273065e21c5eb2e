using System.Text.Json.Nodes;
using WorkflowHost.Tests.Running;

namespace WorkflowHost.Tests.Soak;

/// <summary>Two tasks side by side, a fact when both are done, and a third task.</summary>
internal static class RushWorkflow
{
    public const string DefinitionId = "rush";

    /// <summary>Tasks one instance opens.</summary>
    public const int Tasks = 3;

    public static JsonObject Json { get; } = WorkflowText.Flow(DefinitionId)
        .Step("begin", "Elsa.Start")
        .Step("left", "WorkflowHost.FormTask", ("form", "check"), ("title", "Left"), ("role", "nurse"), ("site", "north"))
        .Step("right", "WorkflowHost.FormTask", ("form", "check"), ("title", "Right"), ("role", "nurse"), ("site", "north"))
        .Step("both", "Elsa.FlowJoin", ("mode", "WaitAll"))
        .Step("count", "WorkflowHost.RecordFact", ("factType", "arrival"), ("subject", "=getWorkflowInstanceId()"))
        .Step("last", "WorkflowHost.FormTask", ("form", "check"), ("title", "Last"), ("role", "nurse"), ("site", "north"))
        .Connect("begin", "left").Connect("begin", "right").Connect("left", "both").Connect("right", "both")
        .Connect("both", "count").Connect("count", "last")
        .Json;
}
