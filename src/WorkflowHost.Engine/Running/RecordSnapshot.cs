using System.Text.Json.Nodes;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Running;

/// <summary>An activity record as the viewer shows it.</summary>
internal static class RecordSnapshot
{
    public static ActivityRecord Of(ActivityContext context) => new()
    {
        Id = context.ActivityInstanceId,
        ActivityId = context.Node.Id,
        ActivityNodeId = context.Node.NodeId,
        ActivityType = context.Node.TypeName,
        ActivityTypeVersion = context.Node.TypeVersion,
        ActivityName = context.Node.Name,
        ActivityState = Inputs(context),
        Outputs = Outputs(context),
        Payload = context.Journal?.DeepClone().AsObject(),
        Properties = context.PropertyBag?.DeepClone().AsObject(),
        Exception = context.Error,
        StartedAt = context.StartedAt,
        CompletedAt = context.CompletedAt,
        HasBookmarks = context.Burst.Bookmarks.Exists(bookmark => bookmark.ActivityInstanceId == context.ActivityInstanceId),
        Status = context.Status,
        AggregateFaultCount = context.FaultCount,
        SchedulingActivityExecutionId = context.ScheduledById,
        SchedulingActivityId = context.ScheduledByActivityId,
        CallStackDepth = context.Depth,
    };

    private static JsonObject Inputs(ActivityContext context)
    {
        var state = new JsonObject();
        for (var index = 0; index < context.Node.Inputs.Length; index++)
        {
            var descriptor = context.Node.Inputs[index].Descriptor;
            if (context.InputValue(index) is not { } value || !descriptor.IsSerializable
                || !LogPersistence.ShowsInput(context, descriptor.Name))
                continue;
            state[descriptor.Name] = descriptor.IsSensitive ? JsonValue.Create("••••") : Node(value);
        }
        return state;
    }

    private static JsonObject? Outputs(ActivityContext context)
    {
        if (context.Outputs is null)
            return null;
        var outputs = new JsonObject();
        foreach (var (name, value) in context.Outputs)
            if (LogPersistence.ShowsOutput(context, name))
                outputs[name] = Node(value);
        return outputs;
    }

    /// <summary>NaN and Infinity have no JSON; the record shows them as text.</summary>
    public static JsonNode? Node(object? value) =>
        value is double number && !double.IsFinite(number) ? JsonValue.Create(ClrValues.ToText(number)) : ClrValues.ToNode(value);
}
