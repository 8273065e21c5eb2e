using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Activities;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Engine;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Planning.Things;

/// <summary>
/// Where a thing of the plan is used: by the rest of the plan's draft, by steps and forms that are published or drafted,
/// and by what is recorded already. What is used is not deleted.
/// </summary>
public sealed class PlanUses(WorkDb db)
{
    public async Task<IReadOnlyList<PlanUse>> OfAsync(UseKind kind, string key, PlanDraft draft, CancellationToken stop) =>
    [
        .. InPlan(kind, key, draft),
        .. await InStepsAsync(kind, key, stop),
        .. kind == UseKind.Catalog ? await InFormsAsync(key, stop) : [],
        .. await RecordedAsync(kind, key, stop),
    ];

    private static IEnumerable<PlanUse> InPlan(UseKind kind, string key, PlanDraft draft)
    {
        if (kind == UseKind.Role)
        {
            foreach (var role in draft.List("roles").Where(one => ThingPage.WordsOf(one["alsoAs"]).Contains(key)))
                yield return new PlanUse("role", [TitleOf(role)], $"/designer/plan/roles/{(string?)role["key"]}");
        }

        if (kind == UseKind.FactType)
        {
            foreach (var indicator in draft.List("indicators").Where(one => (string?)one["fact"] == key))
                yield return new PlanUse("indicator", [TitleOf(indicator)], $"/designer/plan/indicators/{(string?)indicator["key"]}");
        }

        if (kind == UseKind.CaseType)
        {
            foreach (var link in draft.List("linkKinds").Where(one => (string?)one["from"] == key || (string?)one["to"] == key))
                yield return new PlanUse("link", [TitleOf(link)], $"/designer/plan/link-kinds/{(string?)link["key"]}");
            if (draft.Json["assignmentCases"] is JsonObject cases && cases.Any(one => one.Value?.ToString() == key))
                yield return new PlanUse("rules", [], "/designer/plan/rules");
        }

        if (kind == UseKind.Catalog)
        {
            foreach (var type in draft.List("caseTypes"))
            {
                foreach (var field in (type["fields"] as JsonArray ?? []).OfType<JsonObject>().Where(one => (string?)one["catalog"] == key))
                    yield return new PlanUse("field", [TitleOf(field), TitleOf(type)], $"/designer/plan/case-types/{(string?)type["key"]}");
            }
        }
    }

    // A step that names it in an expression is found too when it stands there in quotes.
    private async Task<IReadOnlyList<PlanUse>> InStepsAsync(UseKind kind, string key, CancellationToken stop)
    {
        if (InputOf(kind) is not { } input)
            return [];

        var stored = await db.Definitions.AsNoTracking()
            .Where(one => (one.IsPublished || one.IsLatest) && one.Json.Contains(key))
            .OrderBy(one => one.Name)
            .ToListAsync(stop);
        var uses = new List<PlanUse>();
        foreach (var definition in stored.DistinctBy(one => one.DefinitionId))
        {
            foreach (var (_, step) in DefinitionActivities.All(WorkflowDefinition.Parse(definition.Json).Root))
            {
                if ((ActivityJson.Text(step, "type") ?? "").StartsWith(ActivityShape.Prefix, StringComparison.Ordinal) && Names(step, input, key))
                    uses.Add(new PlanUse("step", [NameOf(step), definition.Name ?? definition.DefinitionId], $"/studio/workflows/definitions/{definition.DefinitionId}/edit"));
            }
        }

        return uses;
    }

    private async Task<IReadOnlyList<PlanUse>> InFormsAsync(string catalog, CancellationToken stop)
    {
        var stored = await db.Forms.AsNoTracking()
            .Where(form => (form.IsPublished || form.Version == 0) && form.Json.Contains(catalog))
            .OrderBy(form => form.Title)
            .ToListAsync(stop);
        return
        [
            .. stored.Where(form => Named(JsonNode.Parse(form.Json), catalog))
                .DistinctBy(form => form.Key)
                .Select(form => new PlanUse("form", [form.Title], $"/designer/forms/{form.Key}")),
        ];
    }

    private async Task<IReadOnlyList<PlanUse>> RecordedAsync(UseKind kind, string key, CancellationToken stop)
    {
        var (word, count) = kind switch
        {
            UseKind.Role => ("people", await db.RoleGrants.CountAsync(grant => grant.Role == key, stop)),
            UseKind.CaseType => ("cases", await db.Cases.CountAsync(one => one.Type == key, stop)),
            UseKind.FactType => ("facts", await db.Facts.CountAsync(fact => fact.Type == key, stop)),
            UseKind.Partner => ("referrals", await db.Referrals.CountAsync(one => one.Partner == key, stop)),
            _ => ("", 0),
        };
        return count == 0 ? [] : [new PlanUse(word, [count.ToString("N0", CultureInfo.CurrentCulture)], null)];
    }

    private static string? InputOf(UseKind kind) => kind switch
    {
        UseKind.Role => "role",
        UseKind.CaseType => "caseType",
        UseKind.LinkKind => "kind",
        UseKind.FactType => "factType",
        UseKind.Partner => "partner",
        UseKind.Event => "eventType",
        _ => null,
    };

    private static bool Names(JsonObject step, string input, string key)
    {
        if (DefinitionActivities.Literal(step, input) == key)
            return true;
        return ActivityJson.Member(step, input) is JsonObject wrapper
            && ActivityJson.Member(wrapper, "expression") is JsonObject expression
            && ActivityJson.Member(expression, "value")?.ToString() is { } code
            && (code.Contains($"'{key}'", StringComparison.Ordinal) || code.Contains($"\"{key}\"", StringComparison.Ordinal));
    }

    private static bool Named(JsonNode? node, string catalog) => node switch
    {
        JsonArray items => items.Any(item => Named(item, catalog)),
        JsonObject members => (members["properties"] is JsonObject properties && properties["catalog"]?.ToString() == catalog)
            || members.Any(member => Named(member.Value, catalog)),
        _ => false,
    };

    /// <summary>What a thing of the plan is called in the language of the screen.</summary>
    public static string TitleOf(JsonObject thing) => (thing["title"] ?? thing["label"]) switch
    {
        JsonObject byLanguage when (byLanguage[ScreenLanguages.Current.Tag] ?? byLanguage["es"])?.ToString() is { Length: > 0 } text => text,
        JsonValue plain => plain.ToString(),
        _ => thing["key"]?.ToString() ?? "",
    };

    private static string NameOf(JsonObject step) =>
        (ActivityJson.Member(step, "metadata") is JsonObject metadata ? ActivityJson.Text(metadata, "displayText") : null)
        ?? ActivityJson.Text(step, "name") ?? ActivityJson.Text(step, "id") ?? "";
}
