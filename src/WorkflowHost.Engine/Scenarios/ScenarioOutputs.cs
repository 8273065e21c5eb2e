using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Scenarios;

/// <summary>Recorded outputs of the activity executions of an instance's last bursts; nulls left out.</summary>
internal sealed class ScenarioOutputs
{
    private readonly Dictionary<string, JsonObject> _byRecord = new(StringComparer.Ordinal);

    public ScenarioOutputs(ScenarioInstance instance)
    {
        foreach (var commit in instance.Commits.Skip(instance.FirstNewCommit))
            foreach (var record in commit.ActivityRecords)
                if (record.Outputs is { } outputs)
                    _byRecord[record.Id] = outputs;
    }

    public JsonObject? Of(JournalEntry entry)
    {
        if (!_byRecord.TryGetValue(entry.ActivityInstanceId, out var outputs))
            return null;
        var known = new JsonObject();
        foreach (var (name, value) in outputs)
            if (value is not null)
                known[name] = value.DeepClone();
        return known;
    }
}
