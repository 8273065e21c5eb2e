using System.Globalization;
using System.Text.Json.Nodes;
using JsExpressions;

namespace WorkflowHost.Replay;

/// <summary>Names that scenario scripts may use: the subject, its household, lists, the day, and draws of chance.</summary>
public sealed class ScriptRoom
{
    // The file is the operator's own and the machine may be busy: only work is bounded tightly, not time.
    private static readonly ExpressionLimits Limits = new()
    {
        MaxTime = TimeSpan.FromMinutes(1),
        MaxRegexTime = TimeSpan.FromSeconds(30),
    };

    private readonly JsLibrary _library;
    private readonly Subject? _subject;
    private readonly KeyedRandom _random;
    private readonly DateTimeOffset _now;
    private readonly TimeProvider _clock;
    private readonly TimeZoneInfo _zone;
    private readonly Dictionary<string, Func<JsonNode?>> _extra = new(StringComparer.Ordinal);

    internal ScriptRoom(
        JsLibrary library, long seed, Subject? subject, string purpose, DateTimeOffset now, TimeProvider clock, TimeZoneInfo zone)
    {
        _library = library;
        _subject = subject;
        _now = now;
        _clock = clock;
        _zone = zone;
        _random = new KeyedRandom(seed, subject?.Identity ?? "", purpose);
    }

    /// <summary>Adds a name, such as the task that is being answered.</summary>
    public ScriptRoom With(string name, JsonNode? value) => With(name, () => value);

    /// <summary>Adds a name whose value is only made when a script asks for it.</summary>
    public ScriptRoom With(string name, Func<JsonNode?> value)
    {
        _extra[name] = value;
        return this;
    }

    internal JsRun NewRun() =>
        new(_library, new ExpressionBudget(Limits, _clock), _clock, _zone);

    // A new scope per script: what one script assigns must not be seen by the next.
    internal JsScope Scope()
    {
        var scope = new JsScope();
        scope.SetLazy("person", () => From(_subject?.Kind == "person" ? _subject.Data : null));
        scope.SetLazy("household", () => From(_subject?.Household?.Data));
        scope.SetLazy("item", () => From(_subject is { Household: null } ? _subject.Data : null));
        scope.SetLazy("now", () => JsValue.FromString(Local().ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)));
        scope.SetLazy("today", () => JsValue.FromString(Local().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        foreach (var (name, value) in _extra)
            scope.SetLazy(name, () => From(value()));
        scope.SetFunction("rnd", _ => JsValue.FromNumber(_random.Next()));
        scope.SetFunction("between", args => JsValue.FromNumber(_random.Between(Whole(args, 0), Whole(args, 1))));
        scope.SetFunction("pick", args => JsJson.FromNode(Pick(JsJson.ToNode(args[0]))));
        scope.SetFunction("share", args => JsValue.FromString(Share(JsJson.ToNode(args[0]))));
        scope.SetFunction("addDays", args => JsValue.FromString(AddDays(args[0].ToJsString(), Whole(args, 1))));
        scope.SetFunction("hoursSince", args => JsValue.FromNumber(-HoursUntil(args[0].ToJsString())));
        scope.SetFunction("hoursUntil", args => JsValue.FromNumber(HoursUntil(args[0].ToJsString())));
        return scope;
    }

    private double HoursUntil(string moment) =>
        (ScenarioTime.Read(moment, _zone) - _now).TotalHours;

    private DateTimeOffset Local() => TimeZoneInfo.ConvertTime(_now, _zone);

    private static JsValue From(JsonNode? node) => JsJson.FromNode(node);

    private static int Whole(JsValue[] args, int index) => (int)args[index].ToNumber();

    private JsonNode? Pick(JsonNode? list) =>
        list is JsonArray { Count: > 0 } items
            ? items[_random.Between(0, items.Count - 1)]
            : throw new ScenarioException("pick() wants a list that is not empty");

    private string Share(JsonNode? weights)
    {
        if (weights is not JsonObject { Count: > 0 } shares)
            throw new ScenarioException("share() wants an object of weights");
        var names = shares.ToArray();
        return names[_random.Weighted([.. names.Select(share => Weight(share.Value))])].Key;
    }

    // Scripts give whole numbers and fractions as different JSON values.
    private static double Weight(JsonNode? weight) =>
        double.Parse(weight?.ToJsonString() ?? "0", CultureInfo.InvariantCulture);

    private static string AddDays(string date, int days) =>
        DateOnly.ParseExact(date[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(days)
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
