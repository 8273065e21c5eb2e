using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using JsExpressions;

namespace WorkflowHost.Replay;

/// <summary>Runs the scripts of a scenario, each parsed once.</summary>
public sealed class ScenarioScripts
{
    private readonly Scenario _scenario;
    private readonly JsLibrary _library;
    private readonly TimeProvider _clock;
    private readonly TimeZoneInfo _zone;
    private readonly ConcurrentDictionary<string, JsScript> _scripts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(FormAnswers Answers, string Name), bool> _asks = new();

    public ScenarioScripts(Scenario scenario, TimeProvider clock, TimeZoneInfo zone)
    {
        _scenario = scenario;
        _library = JsLibrary.Forms.With("lists", JsJson.FromNode(scenario.Lists));
        _clock = clock;
        _zone = zone;
    }

    /// <summary>Everything the scripts of one attribute set, one answer or one condition can see.</summary>
    /// <param name="now">The moment scripts see as <c>now</c>; null is the clock's.</param>
    public ScriptRoom Room(Subject? subject, string purpose, DateTimeOffset? now = null) =>
        new(_library, _scenario.Seed, subject, purpose, now ?? _clock.GetUtcNow(), _clock, _zone);

    /// <summary>Evaluates attribute after attribute into <paramref name="into"/>, each seeing those before it.</summary>
    public void Fill(JsonObject attributes, Subject subject, JsonObject into, string place)
    {
        var room = Room(subject, "attributes");
        foreach (var (name, script) in attributes)
        {
            if (Evaluate(script, room, $"{place}.{name}") is { IsDefined: true } value)
                into[name] = value.Node;
        }
    }

    /// <summary>True when the condition is truthy for the subject.</summary>
    public bool Holds(string script, Subject subject, string place) => Truthy(script, Room(subject, "condition"), place);

    public bool Truthy(string script, ScriptRoom room, string place) => Run(script, room, place).IsTruthy;

    public double Number(string script, ScriptRoom room, string place) => Run(script, room, place).ToNumber();

    public string Text(string script, ScriptRoom room, string place) => Run(script, room, place).ToJsString();

    /// <summary>Value of a script given as JSON text; any other JSON is the value itself.</summary>
    public ScriptValue Evaluate(JsonNode? source, ScriptRoom room, string place)
    {
        if (source is not JsonValue value || !value.TryGetValue<string>(out var script))
            return new ScriptValue(true, source?.DeepClone());
        var result = Run(script, room, place);
        return result.Kind == JsKind.Undefined ? default : new ScriptValue(true, JsJson.ToNode(result));
    }

    /// <summary>Whether any script of the answers mentions the name.</summary>
    public bool Asks(FormAnswers answers, string name) => _asks.GetOrAdd((answers, name), _ =>
        answers.Data.Select(answer => answer.Value)
            .Append(JsonValue.Create(answers.DelayHours))
            .OfType<JsonValue>()
            .Any(script => script.TryGetValue<string>(out var source) && Parse(source, name).FreeNames.Contains(name)));

    private JsScript Parse(string source, string place)
    {
        try
        {
            return _scripts.GetOrAdd(source, JsScript.ParseExpression);
        }
        catch (JsSyntaxException e)
        {
            throw new ScenarioException($"{place}: {e.Message} in: {source}", e);
        }
    }

    private JsValue Run(string source, ScriptRoom room, string place)
    {
        var script = Parse(source, place);
        try
        {
            return script.Evaluate(room.NewRun(), room.Scope());
        }
        catch (Exception e) when (e is JsException or JsBudgetExceededException)
        {
            throw new ScenarioException($"{place}: {e.Message} in: {source}", e);
        }
    }
}

/// <param name="IsDefined">False when the script gave <c>undefined</c>.</param>
public readonly record struct ScriptValue(bool IsDefined, JsonNode? Node);
