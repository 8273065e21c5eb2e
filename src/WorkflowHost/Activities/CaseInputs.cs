using System.Globalization;
using System.Text.Json.Nodes;
using WorkflowHost.Cases.Files;
using WorkflowHost.Cases.World;
using WorkflowHost.Engine;

namespace WorkflowHost.Activities;

/// <summary>Reads what designers write into inputs; what cannot be understood is an incident with the input's name.</summary>
internal static class CaseInputs
{
    public static ICaseWorld World(this ActivityContext context) => context.Port<ICaseWorld>();

    public static string? Text(this ActivityContext context, string name) => context.InputNode(name) switch
    {
        null => null,
        JsonValue value => value.ToString() is { Length: > 0 } text ? text : null,
        var node => node.ToJsonString(),
    };

    public static string RequiredText(this ActivityContext context, string name) =>
        context.Text(name) ?? throw new CaseWorldException("input.missing", $"'{name}' is empty.");

    /// <summary>An object; text that holds JSON is read, because Elsa keeps object literals as text.</summary>
    public static JsonObject? Object(this ActivityContext context, string name)
    {
        var node = context.InputNode(name);
        if (node is JsonValue value && value.TryGetValue<string>(out var text))
            node = string.IsNullOrWhiteSpace(text) ? null : ParseText(text, name);
        return node switch
        {
            null => null,
            JsonObject members => (JsonObject)members.DeepClone(),
            _ => throw new CaseWorldException("input.shape", $"'{name}' must be an object."),
        };
    }

    public static JsonArray? List(this ActivityContext context, string name)
    {
        var node = context.InputNode(name);
        if (node is JsonValue value && value.TryGetValue<string>(out var text))
            node = string.IsNullOrWhiteSpace(text) ? null : ParseText(text, name);
        return node switch
        {
            null => null,
            JsonArray items => items,
            _ => throw new CaseWorldException("input.shape", $"'{name}' must be a list."),
        };
    }

    public static Case RequiredCase(this ActivityContext context, string name) =>
        context.World().Find(context.RequiredCaseId(name))
        ?? throw new CaseWorldException("case.unknown", $"'{name}' names a case that does not exist.");

    public static Guid RequiredCaseId(this ActivityContext context, string name) =>
        context.CaseId(name) ?? throw new CaseWorldException("input.missing", $"'{name}' is empty.");

    public static Guid? CaseId(this ActivityContext context, string name) => context.Text(name) switch
    {
        null => null,
        var text => Id(text, name),
    };

    /// <summary>The cases an input lists; when it is empty, the one case of the other input.</summary>
    public static IReadOnlyList<Case> Occupants(this ActivityContext context, string list, string single)
    {
        if (context.List(list) is not { Count: > 0 } ids)
            return [context.RequiredCase(single)];
        var world = context.World();
        return [.. ids.Select(id => world.Find(Id(id?.ToString() ?? "", list))
            ?? throw new CaseWorldException("case.unknown", $"'{list}' names a case that does not exist: {id}"))];
    }

    public static DateOnly Day(this ActivityContext context, string name)
    {
        if (context.Text(name) is not { } text)
            return context.World().Plan.DayOf(context.Now);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return context.World().Plan.DayOf(instant);
        throw new CaseWorldException("input.shape", $"'{name}' is not a date: {text}");
    }

    private static Guid Id(string text, string name) => Guid.TryParse(text, out var id)
        ? id
        : throw new CaseWorldException("input.shape", $"'{name}' is not the id of a case.");

    private static JsonNode? ParseText(string text, string name)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            throw new CaseWorldException("input.shape", $"'{name}' is not JSON.");
        }
    }
}
