using System.Text.Json.Nodes;
using WorkflowHost.Activities;
using WorkflowHost.Data;
using WorkflowHost.Engine;

namespace WorkflowHost.Content;

/// <summary>What the steps of processes say literally, by type and input.</summary>
internal static class LiteralsInUse
{
    /// <summary>Of our own activities only: Elsa's name nothing of the plan.</summary>
    public static HashSet<(string Type, string Input, string Value)> Of(IEnumerable<StoredDefinition> definitions)
    {
        var used = new HashSet<(string, string, string)>();
        foreach (var activity in definitions.Select(stored => JsonNode.Parse(stored.Json)?["root"]).OfType<JsonObject>()
            .SelectMany(root => DefinitionActivities.All(root)).Select(found => found.Activity))
        {
            if (ActivityJson.Text(activity, "type") is not { } type || !type.StartsWith(ActivityShape.Prefix, StringComparison.Ordinal))
                continue;
            foreach (var (name, value) in activity)
            {
                if (value is JsonObject && DefinitionActivities.Literal(activity, name) is { } literal)
                    used.Add((type, name, literal));
            }
        }

        return used;
    }
}
