using System.Text.Json.Nodes;

namespace WorkflowHost.Trials;

/// <summary>
/// What answers add to what a form opened with. Kept so, because what it opened with holds numbers that every run makes
/// anew; rows of a list are told apart by their place.
/// </summary>
public static class AnswerChange
{
    /// <summary>What <paramref name="after"/> has that <paramref name="before"/> has not.</summary>
    public static JsonObject Of(JsonObject before, JsonObject after)
    {
        var change = new JsonObject();
        foreach (var (name, value) in after)
        {
            if (Of(before[name], value) is { IsSame: false } differs)
                change[name] = differs.Value;
        }

        return change;
    }

    /// <summary>The answers again, over what the form opens with this time.</summary>
    public static JsonObject Apply(JsonObject before, JsonObject change)
    {
        var after = (JsonObject)before.DeepClone();
        foreach (var (name, value) in change)
            after[name] = Apply(after[name], value);
        return after;
    }

    private static (bool IsSame, JsonNode? Value) Of(JsonNode? before, JsonNode? after)
    {
        if (JsonNode.DeepEquals(before, after))
            return (true, null);
        if (before is JsonObject was && after is JsonObject now)
            return (false, Of(was, now));
        if (before is not JsonArray rows || after is not JsonArray changed)
            return (false, after?.DeepClone());
        return (false, new JsonArray([.. changed.Select((row, index) => index < rows.Count && row is JsonObject one && rows[index] is JsonObject old
            ? Of(old, one)
            : row?.DeepClone())]));
    }

    private static JsonNode? Apply(JsonNode? before, JsonNode? change) => (before, change) switch
    {
        (JsonObject was, JsonObject now) => Apply(was, now),
        (JsonArray was, JsonArray now) => new JsonArray([.. now.Select((row, index) => Apply(index < was.Count ? was[index] : null, row))]),
        _ => change?.DeepClone(),
    };
}
