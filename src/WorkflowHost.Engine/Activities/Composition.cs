using System.Text.Json.Nodes;
using WorkflowHost.Engine.Running;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Activities;

/// <summary>Starts a workflow in the background; may wait for it (elsa-semantics 3.9).</summary>
internal sealed class DispatchWorkflowActivity : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("DispatchWorkflow", "Composition", "Dispatch Workflow", "Starts another workflow in the background.") with
        {
            Inputs =
            [
                .. ChildWorkflows.Inputs,
                Describe.Input("StartNewTrace", "Boolean", "Without effect here.", "checkbox") with { Category = "Open Telemetry" },
                Describe.Choice("ChannelName", "String", "Without effect here.", null) with { DisplayName = "Channel" },
            ],
            Outputs = [Describe.Output("Result", "Object", "The output of the workflow, when waited for.")],
        };

    public override void Execute(ActivityContext context)
    {
        var child = ChildWorkflows.Find(context);
        var childId = context.NewId();
        var waits = context.Get("WaitForCompletion") is true;
        context.AddEffect(new DispatchWorkflow(
            context.EffectKey("dispatch"),
            child.Definition.DefinitionId,
            ChildWorkflows.InputOf(context),
            context.Get("CorrelationId") as string,
            childId,
            context.InstanceId,
            waits));
        if (waits)
            ChildWorkflows.Wait(context, childId);
    }

    public override void Resume(ActivityContext context) =>
        context.Set("Result", ClrValues.FromNode(context.ResumeInput[WorkflowInputKeys.ChildOutput]) ?? new JsonObject());

    public override void Cancelled(ActivityContext context) => ChildWorkflows.CancelWaitedFor(context);
}

/// <summary>Runs a workflow inside the burst; when it waits, so does this (decision B7: its output comes also then).</summary>
internal sealed class ExecuteWorkflowActivity : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("ExecuteWorkflow", "Composition", "Execute Workflow", "Runs another workflow.", ActivityKind.Task) with
        {
            Inputs = ChildWorkflows.Inputs,
            Outputs = [Describe.Output("Result", "ExecuteWorkflowResult", "Instance id, status, sub-status and output.")],
        };

    public override void Execute(ActivityContext context)
    {
        var child = ChildWorkflows.Find(context);
        var waits = context.Get("WaitForCompletion") is true;
        var commit = context.Burst.RunChild(child, new StartWorkflow
        {
            Input = ChildWorkflows.InputOf(context),
            CorrelationId = context.Get("CorrelationId") as string,
            ParentInstanceId = context.InstanceId,
            ParentWaitsAt = waits ? StimulusName : null,
        });
        if (waits && commit.Status != WorkflowStatus.Finished)
            ChildWorkflows.Wait(context, commit.InstanceId);
        else
            context.Set("Result", Result(
                commit.InstanceId, commit.CorrelationId, commit.Status.ToString(), commit.SubStatus.ToString(), commit.Output));
    }

    public override void Resume(ActivityContext context)
    {
        var input = context.ResumeInput;
        var known = context.Burst.Options.Decisions.ReturnChildOutputAfterWait;
        context.Set("Result", known
            ? Result(
                (string?)input[WorkflowInputKeys.ChildInstanceId],
                null,
                (string?)input[WorkflowInputKeys.ChildStatus],
                (string?)input[WorkflowInputKeys.ChildSubStatus],
                input[WorkflowInputKeys.ChildOutput])
            : Result(null, null, "Running", "Pending", null));
    }

    public override void Cancelled(ActivityContext context) => ChildWorkflows.CancelWaitedFor(context);

    private static JsonObject Result(
        string? instanceId, string? correlationId, string? status, string? subStatus, JsonNode? output) => new()
    {
        ["WorkflowDefinitionVersionId"] = null, // Elsa never fills it
        ["WorkflowInstanceId"] = instanceId,
        ["CorrelationId"] = correlationId,
        ["Status"] = status,
        ["SubStatus"] = subStatus,
        ["Output"] = output?.DeepClone(),
    };
}

/// <summary>Starts one workflow per item; may wait for all and run an activity for each one that ends.</summary>
internal sealed class BulkDispatchWorkflows : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa(
            "BulkDispatchWorkflows", "Composition", "Bulk Dispatch Workflows", "Starts a workflow for each item.", ActivityKind.Task) with
        {
            Inputs =
            [
                ChildWorkflows.Inputs[0],
                Describe.Input("Items", "Object", "The items."),
                Describe.Input("DefaultItemInputKey", "String", "Input that gets an item that is no object.", defaultValue: "Item"),
                Describe.Input("CorrelationIdFunction", "String", "Correlation id of each workflow.") with
                {
                    AutoEvaluate = false,
                    DisplayName = "Correlation ID Function",
                },
                ChildWorkflows.Inputs[2],
                Describe.Input("WaitForCompletion", "Boolean", "Wait for all of them.", "checkbox", true) with { DisplayName = "Wait for Completion" },
                Describe.Input("StartNewTrace", "Boolean", "Without effect here.", "checkbox") with { Category = "Open Telemetry" },
                Describe.Choice("ChannelName", "String", "Without effect here.", null) with { DisplayName = "Channel" },
            ],
            Ports =
            [
                Describe.Embedded("ChildCompleted"), Describe.Embedded("ChildFaulted"),
                new PortDescriptor("Completed"), new PortDescriptor("Canceled"), new PortDescriptor("Done"),
            ],
        };

    public override bool CompletesItself => true;

    public override void Execute(ActivityContext context)
    {
        var child = ChildWorkflows.Find(context);
        var waits = context.Get("WaitForCompletion") is not false;
        var items = context.Get("Items") as JsonArray ?? [];
        foreach (var item in items)
            context.AddEffect(new DispatchWorkflow(
                context.EffectKey("dispatch"),
                child.Definition.DefinitionId,
                InputOf(context, item),
                CorrelationId(context, item),
                context.NewId(),
                context.InstanceId,
                waits) { DispatchedBy = StimulusName });
        if (!waits || items.Count == 0)
        {
            context.Complete("Done");
            return;
        }
        context.HasCounter = true;
        context.Counter = items.Count;
        var payload = new JsonObject { ["ParentInstanceId"] = context.InstanceId, ["ScheduledInstanceIdsCount"] = items.Count };
        context.CreateBookmark(
            payload: payload, hashPayload: new JsonObject { ["ParentInstanceId"] = context.InstanceId }, autoBurn: false);
    }

    public override void Resume(ActivityContext context)
    {
        var input = context.ResumeInput;
        var faulted = (string?)input[WorkflowInputKeys.ChildSubStatus] == "Faulted";
        if (context.Node.Child(faulted ? "childFaulted" : "childCompleted") is { } port)
            context.Burst.Schedule(context, port, variables:
            [
                VariableSlot.Dynamic("ChildInstanceId", (string?)input[WorkflowInputKeys.ChildInstanceId]),
                VariableSlot.Dynamic(WorkflowInputKeys.ChildOutput, ClrValues.FromNode(input[WorkflowInputKeys.ChildOutput])),
            ]);
        else
            OneEnded(context);
    }

    internal override void ChildCompleted(ActivityContext owner, ActivityContext child, IReadOnlyList<string>? outcomes) =>
        OneEnded(owner);

    private static void OneEnded(ActivityContext context)
    {
        if (--context.Counter == 0)
            context.Complete("Completed", "Done");
    }

    private static JsonObject InputOf(ActivityContext context, JsonNode? item)
    {
        var input = ChildWorkflows.InputOf(context);
        if (item is JsonObject members)
            foreach (var (name, value) in members)
                input[name] = value?.DeepClone();
        else
            input[context.Get("DefaultItemInputKey") as string ?? "Item"] = item?.DeepClone();
        return input;
    }

    private static string? CorrelationId(ActivityContext context, JsonNode? item)
    {
        if (!context.HasInput("CorrelationIdFunction"))
            return null;
        context.Burst.Scripts.Arguments = new JsonObject { ["item"] = item?.DeepClone() };
        var id = context.Get("CorrelationIdFunction") as string;
        context.Burst.Scripts.Arguments = null;
        return id;
    }
}

/// <summary>What the three ways of starting another workflow share.</summary>
internal static class ChildWorkflows
{
    private const string ChildId = "ChildInstanceId";

    public static IReadOnlyList<InputDescriptor> Inputs { get; } =
    [
        Describe.Input("WorkflowDefinitionId", "String", "The workflow.", "workflow-definition-picker") with { DisplayName = "Workflow Definition" },
        Describe.Input("CorrelationId", "String", "Its correlation id.") with { DisplayName = "Correlation ID" },
        Describe.Input("Input", "ObjectDictionary", "Its input.", "dictionary"),
        Describe.Input("WaitForCompletion", "Boolean", "Wait until it has ended.", "checkbox") with { DisplayName = "Wait for Completion" },
    ];

    public static CompiledWorkflow Find(ActivityContext context)
    {
        var id = context.Get("WorkflowDefinitionId") as string;
        return (id is null ? null : context.FindPublished(id))
            ?? throw new ActivityFaultException("Exception", $"No published version of workflow definition with ID {id} found.");
    }

    public static JsonObject InputOf(ActivityContext context)
    {
        var input = context.InputNode("Input") as JsonObject ?? [];
        input[WorkflowInputKeys.ParentInstanceId] = context.InstanceId;
        return input;
    }

    public static void Wait(ActivityContext context, string childId)
    {
        context.Properties[ChildId] = childId;
        context.CreateBookmark(payload: new JsonObject { [ChildId] = childId });
    }

    public static void CancelWaitedFor(ActivityContext context)
    {
        if ((string?)context.PropertyBag?[ChildId] is { } childId)
            context.AddEffect(new CancelChild(context.EffectKey("cancel"), childId));
    }
}
