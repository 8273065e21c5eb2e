using System.Text.Json.Nodes;
using WorkflowHost.Engine.Running;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Scenarios;

/// <summary>
/// Variables of an instance: workflow variables by name, those of containers and loop bodies that still run as
/// <c>Container/Name</c> (of several running scopes of one activity the last).
/// </summary>
internal static class ScenarioVariables
{
    public static JsonObject Values(ScenarioInstance instance) =>
        Of(instance, (_, slot) => RecordSnapshot.Node(slot.Value));

    public static JsonObject Types(ScenarioInstance instance) => Of(instance, (_, slot) => ClrTypeName.Of(slot));

    /// <summary>As they come back from the store: of finished instances too.</summary>
    public static JsonObject Persisted(ScenarioInstance instance) =>
        Of(instance, (record, slot) => RecordSnapshot.Node(instance.Persisted(record, slot)));

    private static JsonObject Of(ScenarioInstance instance, Func<ActivityContext, VariableSlot, JsonNode?> value)
    {
        var json = new JsonObject();
        foreach (var record in instance.LiveRecords)
        {
            if (record.Parent is not null && record.Status != ActivityStatus.Running)
                continue;
            foreach (var slot in record.Slots ?? [])
                json[record.Parent is null ? slot.Name : $"{record.Node.Id}/{slot.Name}"] = value(record, slot);
        }
        return json;
    }
}
