using System.Globalization;
using System.Text.Json.Nodes;
using WorkflowHost.Cases.Deadlines;

namespace WorkflowHost.Features.Planning.Deadlines;

/// <summary>Between the form of a rule and its entry in plan.json. Members the form does not know stay.</summary>
internal static class DeadlineJson
{
    public static DeadlineEdit Read(JsonObject rule, string basedOn) => new()
    {
        BasedOn = basedOn,
        Form = Text(rule, "form"),
        Role = Text(rule, "role"),
        Where = Text(rule, "process") is { } process ? Text(rule, "step") is { } step ? $"{process}/{step}" : process : null,
        Priority = Text(rule, "priority"),
        Due = Spoken(rule, "due"),
        Remind = [.. List(rule, "remind").Select(one => new ReminderEdit
        {
            Time = Spoken(one, "before") ?? Spoken(one, "after"),
            After = one["before"] is null,
            Every = Spoken(one, "every"),
            Times = Text(one, "times"),
        })],
        Escalate = [.. List(rule, "escalate").Select(one => new EscalationEdit
        {
            After = Spoken(one, "after"),
            Role = Text(one, "role"),
            HandOver = Flag(one, "handOver"),
            Everywhere = Flag(one, "everywhere"),
            Priority = Text(one, "priority"),
            Event = Text(one, "event"),
            Every = Spoken(one, "every"),
            Times = Text(one, "times"),
        })],
    };

    public static void Write(JsonObject rule, DeadlineEdit edit)
    {
        Put(rule, "form", edit.Form);
        Put(rule, "role", edit.Role);
        var where = edit.Where?.Split('/', 2) ?? [];
        Put(rule, "process", where.ElementAtOrDefault(0));
        Put(rule, "step", where.ElementAtOrDefault(1));
        Put(rule, "priority", edit.Priority);
        Put(rule, "due", Written(edit.Due));
        rule["remind"] = new JsonArray([.. edit.Remind.Where(one => !one.IsEmpty).Select(Of)]);
        rule["escalate"] = new JsonArray([.. edit.Escalate.Where(one => !one.IsEmpty).Select(Of)]);
    }

    private static JsonObject Of(ReminderEdit edit)
    {
        var json = new JsonObject();
        Put(json, edit.After ? "after" : "before", Written(edit.Time));
        Repeat(json, edit.Every, edit.Times);
        return json;
    }

    private static JsonObject Of(EscalationEdit edit)
    {
        var json = new JsonObject();
        Put(json, "after", Written(edit.After));
        Put(json, "role", edit.Role);
        if (edit.HandOver)
            json["handOver"] = true;
        if (edit.Everywhere)
            json["everywhere"] = true;
        Put(json, "priority", edit.Priority);
        Put(json, "event", edit.Event);
        Repeat(json, edit.Every, edit.Times);
        return json;
    }

    private static void Repeat(JsonObject json, string? every, string? times)
    {
        Put(json, "every", Written(every));
        if (int.TryParse(times, NumberStyles.Integer, CultureInfo.InvariantCulture, out var count))
        {
            if (count != 1)
                json["times"] = count;
        }
        else
        {
            Put(json, "times", times);
        }
    }

    // What cannot be read is kept as it was typed; the plan's check says so beside the field.
    private static string? Written(string? text) =>
        !string.IsNullOrWhiteSpace(text) && DurationWords.TryRead(text, out var span) ? DurationText.Write(span) : text;

    private static string? Spoken(JsonObject json, string name) =>
        Text(json, name) is { } text && DurationText.TryRead(text, out var span) ? DurationWords.Write(span) : Text(json, name);

    private static string? Text(JsonObject json, string name) => json[name] is JsonValue value ? value.ToString() : null;

    private static bool Flag(JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    private static IEnumerable<JsonObject> List(JsonObject json, string name) => json[name] is JsonArray list ? list.OfType<JsonObject>() : [];

    private static void Put(JsonObject json, string name, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            json.Remove(name);
        else
            json[name] = text.Trim();
    }
}
