using System.Text.Json;
using System.Text.RegularExpressions;

namespace Formio.Lint;

/// <summary>Calculations that need each other: one pass cannot settle them.</summary>
internal sealed partial class CircularCalculations : ILintCheck
{
    public IEnumerable<FormProblem> Check(FormDefinition definition)
    {
        var needs = Needs(definition);
        foreach (var start in needs.Keys.Order(StringComparer.Ordinal))
        {
            if (Circle(start, needs) is not { } circle || circle.Min(StringComparer.Ordinal) != start) continue;
            yield return new FormProblem(
                start,
                "circular-calculation",
                $"These calculations need each other: {string.Join(" → ", circle)} → {start}.",
                "Break the circle: calculate one of them from what people enter only.");
        }
    }

    // Which calculated component reads which other calculated component: JavaScript and JSONLogic name it alike, by
    // data.<path> or row.<key>.
    private static Dictionary<string, List<string>> Needs(FormDefinition definition)
    {
        var code = definition.Components
            .Where(component => component.Json["calculateValue"] is not null)
            .GroupBy(component => component.Path)
            .ToDictionary(group => group.Key, group => string.Join('\n', group.Select(Code)));
        return code.ToDictionary(
            pair => pair.Key,
            pair => Reads().Matches(pair.Value)
                .SelectMany(match => Targets(match, pair.Key))
                .Where(path => path != pair.Key && code.ContainsKey(path))
                .Distinct()
                .ToList());
    }

    private static string Code(FormComponent component) =>
        component.Json["calculateValue"] is { } formula && formula.GetValueKind() == JsonValueKind.String
            ? formula.GetValue<string>()
            : component.Json["calculateValue"]!.ToJsonString(); // components without were left out

    private static IEnumerable<string> Targets(Match match, string reader)
    {
        var name = match.Groups["name"].Value;
        var cut = reader.LastIndexOf('.');
        yield return match.Groups["from"].Value == "row" && cut > 0 ? $"{reader[..cut]}.{name}" : name;
    }

    private static List<string>? Circle(string start, Dictionary<string, List<string>> needs)
    {
        var seen = new HashSet<string> { start };
        return Follow(start, [start]);

        List<string>? Follow(string at, List<string> way)
        {
            foreach (var next in needs.GetValueOrDefault(at) ?? [])
            {
                if (next == start) return way;
                if (seen.Add(next) && Follow(next, [.. way, next]) is { } circle) return circle;
            }

            return null;
        }
    }

    [GeneratedRegex(@"\b(?<from>data|row)(?:\.(?<name>[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)|\[['""](?<name>[^'""]+)['""]\])")]
    private static partial Regex Reads();
}
