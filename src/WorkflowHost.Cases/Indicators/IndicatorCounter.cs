using System.Globalization;
using System.Text.Json.Nodes;
using JsExpressions;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Indicators;

/// <summary>
/// Counts an indicator over facts, and lists what it counted: both come from the same rows, so they cannot disagree. Pure.
/// A fact counts 1 (count) or its quantity (sum). Unique: of the facts with the same key only the earliest counts (by day,
/// then by recording); a fact without that key counts for itself. A quantity of 0 counts nothing and is not listed.
/// </summary>
public sealed class IndicatorCounter
{
    // A whole count shares one budget; it has to reach for hundreds of thousands of facts.
    private static readonly ExpressionLimits Limits = ExpressionLimits.Default with
    {
        MaxSteps = 200_000_000,
        MaxAllocatedChars = 2_000_000_000,
        MaxTime = TimeSpan.FromSeconds(30),
    };

    private readonly IndicatorDefinition _definition;
    private readonly PlanScripts _scripts;

    /// <summary>A counter of one indicator; <paramref name="now"/> is what <c>new Date()</c> gives in its filter.</summary>
    public IndicatorCounter(Plan plan, IndicatorDefinition definition, DateTimeOffset now)
    {
        _definition = definition;
        _scripts = new PlanScripts(plan, now, Limits);
    }

    /// <summary>The facts that count, earliest first. Throws <see cref="PlanScriptException"/> when the filter fails.</summary>
    public IReadOnlyList<IndicatorFact> Counted(IEnumerable<IndicatorFact> facts)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return facts
            .Where(f => f.Type == _definition.Fact && Units(f) > 0 && Passes(f))
            .OrderBy(f => f.Date)
            .ThenBy(f => f.RecordedAt)
            .ThenBy(f => f.Id)
            .Where(f => KeyOf(f) is not { } key || seen.Add(key))
            .ToList();
    }

    /// <summary>The number.</summary>
    public IndicatorCount Count(IEnumerable<IndicatorFact> facts)
    {
        var counted = Counted(facts);
        return new IndicatorCount(counted.Sum(f => (long)Units(f)), counted.Count);
    }

    /// <summary>The number per day, days without any left out.</summary>
    public IReadOnlyDictionary<DateOnly, long> CountByDay(IEnumerable<IndicatorFact> facts) =>
        Counted(facts).GroupBy(f => f.Date).ToDictionary(day => day.Key, day => day.Sum(f => (long)Units(f)));

    /// <summary>A page of the list behind the number; the whole list has exactly as many rows as the number says.</summary>
    public IReadOnlyList<IndicatorRow> Rows(IEnumerable<IndicatorFact> facts, long skip, int take)
    {
        var rows = new List<IndicatorRow>(take);
        foreach (var fact in Counted(facts))
        {
            var units = Units(fact);
            for (var unit = (int)Math.Min(units, skip) + 1; unit <= units && rows.Count < take; unit++)
                rows.Add(new IndicatorRow(fact, unit, units));
            skip = Math.Max(0, skip - units);
            if (rows.Count == take)
                break;
        }

        return rows;
    }

    private int Units(IndicatorFact fact) => _definition.Measure == IndicatorMeasure.Sum ? fact.Quantity : 1;

    private string? KeyOf(IndicatorFact fact) => _definition.UniqueBy switch
    {
        IndicatorUnique.None => null,
        IndicatorUnique.Case => fact.CaseId?.ToString(),
        IndicatorUnique.Subject => fact.Subject,
        _ => throw new InvalidOperationException($"Unknown: {_definition.UniqueBy}"),
    };

    private bool Passes(IndicatorFact fact)
    {
        if (fact.Date < _definition.Since || fact.Date > _definition.Until)
            return false;
        if (_definition.Where.Count > 0 && Tested(fact) is var data && !_definition.Where.All(test => test.Holds(data)))
            return false;
        if (_definition.Filter is null)
            return true;
        var scope = new JsScope();
        scope.SetLazy("fact", () => View(fact));
        return _scripts.IsTrue(_definition.Filter, scope);
    }

    private static JsonObject Tested(IndicatorFact fact)
    {
        var data = fact.Data();
        data["@site"] = fact.SiteKey;
        data["@subject"] = fact.Subject;
        data["@quantity"] = fact.Quantity;
        return data;
    }

    private static JsValue View(IndicatorFact fact) =>
        JsJson.FromNode(new JsonObject
        {
            ["type"] = fact.Type,
            ["case"] = fact.CaseId?.ToString(),
            ["subject"] = fact.Subject,
            ["site"] = fact.SiteKey,
            ["date"] = fact.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["quantity"] = fact.Quantity,
            ["data"] = fact.Data(),
        });
}
