using System.Text.Json;
using System.Text.Json.Nodes;

namespace Formio.Lint;

/// <summary>
/// Wizard pages nobody can open: hidden for good, or shown only by answers that stand on pages nobody can open either,
/// the page itself among them.
/// </summary>
internal sealed class UnreachablePages : ILintCheck
{
    public IEnumerable<FormProblem> Check(FormDefinition definition)
    {
        if (definition.Display != "wizard" || definition.Json["components"] is not JsonArray components) return [];
        var form = CompiledForm.Compile(definition);
        var pages = components.OfType<JsonObject>().Where(page => page["type"]?.ToString() == "panel").ToList();
        var reachable = pages.Where(page => !IsHiddenForGood(page) && Needs(page).Count == 0).Select(Key).ToHashSet();
        while (pages.Where(Opens).Select(Key).ToList() is { Count: > 0 } opened) reachable.UnionWith(opened);
        return pages.Where(page => !reachable.Contains(Key(page))).Select(Problem);

        bool Opens(JsonObject page) => !reachable.Contains(Key(page)) && !IsHiddenForGood(page) && IsOpened(page);

        bool IsOpened(JsonObject page) => IsAny(page) ? Needs(page).Any(IsAnswerable) : Needs(page).All(IsAnswerable);

        // Answers outside of pages, with a default, or of a component that is missing (named elsewhere) need no visit.
        bool IsAnswerable(string name)
        {
            var component = form.Root.Find(name).Target;
            if (component is null || component.HasStaticDefault || component.Expressions.HasCustomDefault) return true;
            while (component.Parent is { } parent) component = parent;
            return component.Type != "panel" || reachable.Contains(component.Key);
        }
    }

    private static string Key(JsonObject page) => page["key"]?.ToString() ?? "";

    private static bool IsHiddenForGood(JsonObject page) =>
        page["hidden"] is JsonValue hidden && hidden.GetValueKind() == JsonValueKind.True && page["logic"] is null;

    private static bool IsAny(JsonObject page) => page["conditional"]?["conjunction"]?.ToString() == "any";

    // The components whose answers a page needs to be shown; none when it is there from the start.
    private static List<string> Needs(JsonObject page)
    {
        if (page["conditional"] is not JsonObject conditional || conditional["show"]?.ToString() is "false") return [];
        if (conditional["when"]?.ToString() is { Length: > 0 } when) return [when];
        return [.. (conditional["conditions"] as JsonArray ?? []).OfType<JsonObject>()
            .Where(condition => condition["operator"]?.ToString() is not ("isEmpty" or "isNotEqual" or "notIncludes"))
            .Select(condition => condition["component"]?.ToString() ?? "").Where(name => name.Length > 0)];
    }

    private static FormProblem Problem(JsonObject page) => new(
        Key(page),
        "unreachable-page",
        IsHiddenForGood(page)
            ? $"The page '{Key(page)}' is hidden and nothing shows it."
            : $"The page '{Key(page)}' is shown only by answers on pages that nobody can open.",
        "Show the page by an answer of a page that is open before it, or remove it.");
}
