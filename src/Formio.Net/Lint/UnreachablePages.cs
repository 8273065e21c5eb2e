using System.Text.Json;
using System.Text.Json.Nodes;

namespace Formio.Lint;

/// <summary>Wizard pages nobody can open: hidden for good, or shown only by a condition on a component of the same page.</summary>
internal sealed class UnreachablePages : ILintCheck
{
    public IEnumerable<FormProblem> Check(FormDefinition definition)
    {
        if (definition.Display != "wizard" || definition.Json["components"] is not JsonArray pages) yield break;
        foreach (var page in pages.OfType<JsonObject>().Where(page => page["type"]?.ToString() == "panel"))
        {
            var key = page["key"]?.ToString() ?? "";
            if (page["hidden"] is JsonValue hidden && hidden.GetValueKind() == JsonValueKind.True && page["logic"] is null)
                yield return Problem(key, "is hidden and nothing shows it");
            if (Names(page).ToList() is { Count: > 0 } names && names.All(name => IsInside(definition, key, name)))
                yield return Problem(key, "is shown only by answers given on the page itself");
        }
    }

    private static IEnumerable<string> Names(JsonObject page)
    {
        if (page["conditional"] is not JsonObject conditional || !ShowsWhenTrue(conditional)) return [];
        if (conditional["when"]?.ToString() is { Length: > 0 } when) return [when];
        return (conditional["conditions"] as JsonArray ?? []).OfType<JsonObject>()
            .Select(condition => condition["component"]?.ToString() ?? "").Where(name => name.Length > 0);
    }

    private static bool ShowsWhenTrue(JsonObject conditional) => conditional["show"]?.ToString() is not "false";

    private static bool IsInside(FormDefinition definition, string page, string name)
    {
        var at = CompiledForm.Compile(definition).Root.Find(name).Target;
        for (var component = at; component is not null; component = component.Parent)
        {
            if (component.Parent is null) return component.Key == page;
        }

        return false;
    }

    private static FormProblem Problem(string page, string why) => new(
        page, "unreachable-page", $"The page '{page}' {why}.", "Show the page by an answer of an earlier page, or remove it.");
}
