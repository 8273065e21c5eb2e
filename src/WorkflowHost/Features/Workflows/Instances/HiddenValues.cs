using System.Text.Json.Nodes;
using WorkflowHost.Features.Workflows.Journal;

namespace WorkflowHost.Features.Workflows.Instances;

/// <summary>The same documents with their values covered: names, states, times and outcomes stay, so that a designer sees what happened.</summary>
public static class HiddenValues
{
    public const string Cover = "••••";

    private static readonly string[] Outcomes = ["Outcomes"];

    // Where the state document of an instance carries values, at whatever depth.
    private static readonly string[] Carriers = ["input", "output", "properties", "activityState", "payload"];

    public static JsonObject Of(JsonObject values) => Covered(values, []);

    /// <summary>The outcomes stay: they are words of the process.</summary>
    public static JsonObject OfPayload(JsonObject payload) => Covered(payload, Outcomes);

    public static ActivityExecutionRecord Of(ActivityExecutionRecord record) => record with
    {
        ActivityState = Of(record.ActivityState),
        Payload = OfPayload(record.Payload),
        Outputs = Of(record.Outputs),
        Properties = Of(record.Properties),
    };

    public static JournalRecord Of(JournalRecord entry) => entry with
    {
        ActivityState = entry.ActivityState is { } state ? Of(state) : null,
        Payload = entry.Payload is { } payload ? OfPayload(payload) : null,
    };

    /// <summary>Covers the values of an instance document where they stand. Its name may be a person's and goes.</summary>
    public static JsonObject CoverInstance(JsonObject document)
    {
        document.Remove("name");
        if (document["workflowState"] is JsonObject state)
        {
            state.Remove("name");
            Walk(state);
        }

        return document;
    }

    private static void Walk(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Walk(item);
        }
        else if (node is JsonObject item)
        {
            foreach (var (name, value) in item.ToList())
            {
                if (Carriers.Contains(name) && value is JsonObject values)
                    item[name] = Of(values);
                else
                    Walk(value);
            }
        }
    }

    private static JsonObject Covered(JsonObject values, string[] kept) => new(values.Select(value =>
        KeyValuePair.Create(value.Key, kept.Contains(value.Key) ? value.Value?.DeepClone() : JsonValue.Create(Cover))));
}
