using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WorkflowHost.Cases.Assignment;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Sites;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Planning.Rules;

/// <summary>Reads and changes the assignment table of the plan's draft.</summary>
public sealed class RuleDesk(
    WorkDb db, PlanDrafts drafts, CurrentStaff staff, PublishedContent content, RuleWords words, FamilyWords families, IStringLocalizer<Texts> texts)
{
    private const string List = "assignmentRules";

    /// <summary>Values of the published catalogs, as the analysis takes them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> CatalogValues =>
        content.Current.Catalogs.ToDictionary(c => c.Key, c => (IReadOnlyList<string>)[.. c.Value.Keys]);

    public static Plan PlanOf(PlanDraft draft) =>
        Plan.ReadDraft(draft.Json.ToJsonString()) ?? throw new InvalidOperationException("A draft is always a JSON object.");

    public async Task<RulesPage> ReadAsync(CancellationToken stop)
    {
        var draft = await drafts.OpenAsync(stop);
        var plan = PlanOf(draft);
        var analysis = RuleAnalysis.Of(plan, CatalogValues);
        var people = await db.Stays.AsNoTracking()
            .Where(s => s.Rule != null && (s.State == StayState.Reserved || s.State == StayState.Occupied))
            .GroupBy(s => s.Rule!)
            .ToDictionaryAsync(g => g.Key, g => g.Count(), stop);
        var rows = plan.AssignmentRules.Select((rule, i) => new RuleRow(
            rule, rule.Title.In(ScreenLanguages.Current.Tag), words.If(plan, rule), words.Then(plan, rule),
            rule.Reason.In(ScreenLanguages.Current.Tag),
            [.. analysis.Findings.Where(f => f.Index == i).Select(f => words.Flag(plan, f))],
            [.. draft.At($"{List}[{i}]").Where(p => !p.IsWarning).Select(RulePage.Say).Distinct()],
            people.GetValueOrDefault(rule.Key))).ToList();
        return new RulesPage(draft, rows, analysis.Uncovered is { } hole ? families.Of(plan, hole) : null)
        {
            CoverageJudged = analysis.CoverageJudged,
        };
    }

    /// <summary>The form of a row; of a new one without a key. Null when there is no such row.</summary>
    public async Task<RulePage?> OpenAsync(string? key, CancellationToken stop)
    {
        var draft = await drafts.OpenAsync(stop);
        var plan = PlanOf(draft);
        if (key is null)
            return Shown(new RuleInput { BasedOn = draft.Base }, plan, []);
        if (draft.Find(List, key) is not { } found)
            return null;
        var input = RuleJson.Read(plan.AssignmentRules[found.Index]);
        input.BasedOn = draft.Base;
        return Shown(input, plan, Below(draft, found.Index));
    }

    /// <summary>The form again, after a part was added to it or taken out; nothing is kept.</summary>
    public async Task<RulePage> AgainAsync(RuleInput input, CancellationToken stop) =>
        Shown(input, PlanOf(await drafts.OpenAsync(stop)), []);

    public async Task<RulePage> SaveAsync(RuleInput input, CancellationToken stop)
    {
        var key = input.Key;
        var saved = await drafts.ChangeAsync(input.BasedOn ?? "", plan =>
        {
            var rules = ListOf(plan);
            var row = rules.OfType<JsonObject>().FirstOrDefault(r => (string?)r["key"] == key);
            if (row is null)
            {
                key = FreshKey(input.Title.GetValueOrDefault("es"), rules);
                row = new JsonObject { ["key"] = key };
                rules.Insert(NewPlace(rules, input.Kind), row);
            }

            RuleJson.Write(input, row, Plan.ReadDraft(plan.ToJsonString())!); // a JSON object always reads
        }, staff.UserName, stop);
        if (saved is PlanSaved.Stale stale)
        {
            input.BasedOn = stale.Draft.Base;
            return Shown(input, PlanOf(stale.Draft), []) with { IsStale = true };
        }

        var draft = ((PlanSaved.Kept)saved).Draft;
        input.Key = key;
        input.BasedOn = draft.Base;
        var index = draft.Find(List, key!)!.Value.Index; // it was just written
        return Shown(input, PlanOf(draft), Below(draft, index)) with { IsKept = true };
    }

    /// <summary>Moves, copies or deletes a row. False when the plan was changed meanwhile.</summary>
    public async Task<bool> ArrangeAsync(string key, string act, string basedOn, CancellationToken stop) =>
        await drafts.ChangeAsync(basedOn, plan =>
        {
            var rules = ListOf(plan);
            var at = rules.OfType<JsonObject>().ToList().FindIndex(r => (string?)r["key"] == key);
            if (at < 0)
                return;
            var row = rules[at]!.AsObject();
            switch (act)
            {
                case "up" when at > 0:
                    rules.RemoveAt(at);
                    rules.Insert(at - 1, row);
                    break;
                case "down" when at < rules.Count - 1:
                    rules.RemoveAt(at);
                    rules.Insert(at + 1, row);
                    break;
                case "copy":
                    var copy = (JsonObject)row.DeepClone();
                    copy["key"] = FreshKey(key, rules);
                    if (copy["title"] is JsonObject title && (string?)title["es"] is { } name)
                        title["es"] = texts["rules.copyOf", name].Value;
                    rules.Insert(at + 1, copy);
                    break;
                case "delete":
                    rules.RemoveAt(at);
                    break;
            }
        }, staff.UserName, stop) is PlanSaved.Kept;

    private RulePage Shown(RuleInput input, Plan plan, IReadOnlyList<PlanProblem> problems)
    {
        var row = input.Key is null ? null : plan.AssignmentRules.FirstOrDefault(r => r.Key == input.Key);
        return new RulePage(input, plan, row is null ? null : $"{words.If(plan, row)} → {words.Then(plan, row)}", problems)
        {
            Catalogs = content.Current.Catalogs,
        };
    }

    private static List<PlanProblem> Below(PlanDraft draft, int index)
    {
        var path = $"{List}[{index}]";
        return [.. draft.At(path).Select(p => p with { Path = p.Path.Length > path.Length ? p.Path[(path.Length + 1)..] : "" })];
    }

    private static JsonArray ListOf(JsonObject plan)
    {
        if (plan[List] is JsonArray rules)
            return rules;
        plan[List] = rules = [];
        return rules;
    }

    // A new placing row goes below the obligatory ones at the top and above the others, which would often hide it.
    private static int NewPlace(JsonArray rules, RuleKind kind)
    {
        var rows = rules.OfType<JsonObject>().ToList();
        var first = rows.FindIndex(r => r["kind"] is null && (kind != RuleKind.Place || r["final"] is null));
        return first < 0 ? rules.Count : first;
    }

    private static string FreshKey(string? text, JsonArray rules)
    {
        var taken = rules.OfType<JsonObject>().Select(r => (string?)r["key"]).ToHashSet();
        return PlanKeys.Fresh(text, "regla", taken);
    }
}
