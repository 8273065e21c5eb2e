using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Activities;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;
using WorkflowHost.Engine;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Shared.Staff;
using WorkflowHost.Running;

namespace WorkflowHost.Features.Planning.Deadlines;

/// <summary>Where the deadlines of the plan's draft are read and changed.</summary>
public sealed class DeadlineDesk(
    PlanDrafts drafts, PublishedContent content, TaskDeadlines deadlines, DeadlineWords words, CurrentStaff staff)
{
    private const string List = "deadlines";

    public async Task<DeadlineListPage> ListAsync(int? applied, bool isStale, CancellationToken stop)
    {
        var draft = await drafts.OpenAsync(stop);
        var choices = Choices(draft);
        var mistakes = MistakesOf(draft);
        var rows = new List<DeadlineRow>();
        foreach (var (entry, i) in draft.List(List).Select((entry, i) => (entry, i)))
        {
            var key = (string?)entry["key"] ?? "";
            int? open = content.Plan.Deadlines.FirstOrDefault(rule => rule.Key == key) is { } published
                ? (await deadlines.FindOpenAsync(published, stop)).Count
                : null;
            rows.Add(new DeadlineRow(key, words.Of(DeadlineJson.Read(entry, draft.Base), choices), Below(mistakes, i), open));
        }

        return new DeadlineListPage(draft.Base, draft.IsDraft, rows, applied) { IsStale = isStale };
    }

    /// <summary>The form of a rule, or of a new one when the key is empty; null when there is no such rule.</summary>
    public async Task<DeadlinePage?> FindAsync(string key, bool isSaved, CancellationToken stop)
    {
        var draft = await drafts.OpenAsync(stop);
        if (key.Length == 0)
            return Page(draft, key, new DeadlineEdit { BasedOn = draft.Base });
        return draft.Find(List, key) is var (_, entry) ? Page(draft, key, DeadlineJson.Read(entry, draft.Base)) with { IsSaved = isSaved } : null;
    }

    /// <summary>Keeps the rule in the draft, with its mistakes. Answers its key; or the page again, with what was entered, when the plan was changed meanwhile.</summary>
    public async Task<(string? Key, DeadlinePage? Stale)> SaveAsync(string key, DeadlineEdit edit, CancellationToken stop)
    {
        var saved = await drafts.ChangeAsync(edit.BasedOn, plan =>
        {
            if (plan[List] is not JsonArray rules)
                plan[List] = rules = [];
            var rule = rules.OfType<JsonObject>().FirstOrDefault(one => (string?)one["key"] == key);
            if (rule is null)
            {
                key = NewKey(edit, rules);
                rules.Add(rule = new JsonObject { ["key"] = key });
            }

            DeadlineJson.Write(rule, edit);
        }, staff.UserName, stop);
        return saved is PlanSaved.Stale stale
            ? (null, Page(stale.Draft, key, edit with { BasedOn = stale.Draft.Base }) with { IsStale = true })
            : (key, null);
    }

    /// <summary>False when the plan was changed meanwhile.</summary>
    public Task<bool> RemoveAsync(string key, string basedOn, CancellationToken stop) => ChangeAsync(basedOn, (rules, at) => rules.RemoveAt(at), key, stop);

    /// <summary>Moves a rule one place: the first that fits a task counts. False when the plan was changed meanwhile.</summary>
    public Task<bool> MoveAsync(string key, int by, string basedOn, CancellationToken stop) => ChangeAsync(basedOn, (rules, at) =>
    {
        var to = Math.Clamp(at + by, 0, rules.Count - 1);
        var rule = rules[at];
        rules.RemoveAt(at);
        rules.Insert(to, rule);
    }, key, stop);

    /// <summary>Gives the open tasks of a published rule its deadline; answers how many changed.</summary>
    public async Task<int> ApplyAsync(string key, CancellationToken stop) =>
        content.Plan.Deadlines.FirstOrDefault(rule => rule.Key == key) is { } rule
            ? await deadlines.RenewAsync(await deadlines.FindOpenAsync(rule, stop), staff.UserName, stop)
            : 0;

    private async Task<bool> ChangeAsync(string basedOn, Action<JsonArray, int> change, string key, CancellationToken stop)
    {
        var saved = await drafts.ChangeAsync(basedOn, plan =>
        {
            if (plan[List] is not JsonArray rules)
                return;
            var at = rules.Select((rule, i) => (rule, i)).FirstOrDefault(one => (string?)one.rule?["key"] == key, (null, -1)).Item2;
            if (at >= 0)
                change(rules, at);
        }, staff.UserName, stop);
        return saved is PlanSaved.Kept;
    }

    private DeadlinePage Page(PlanDraft draft, string key, DeadlineEdit edit)
    {
        var choices = Choices(draft);
        var mistakes = draft.Find(List, key) is var (at, _) ? Below(MistakesOf(draft), at) : [];
        return new DeadlinePage(key, edit, choices, words.Of(edit, choices), mistakes);
    }

    private DeadlineChoices Choices(PlanDraft draft)
    {
        var language = ScreenLanguages.Current.Tag;
        return new DeadlineChoices(
            [.. content.Current.Forms.Values.Select(form => new DeadlineChoice(form.Key, form.Title)).OrderBy(form => form.Title, StringComparer.CurrentCulture)],
            [.. draft.List("roles").Select(role => new DeadlineChoice((string?)role["key"] ?? "", Title(role["title"], language) ?? (string?)role["key"] ?? ""))],
            [.. content.Current.Workflows.Values.OrderBy(workflow => workflow.Definition.Name, StringComparer.CurrentCulture).SelectMany(Places)],
            draft.Json["events"] is JsonArray events ? [.. events.Select(one => one?.ToString() ?? "")] : []);
    }

    private static IEnumerable<DeadlineChoice> Places(CompiledWorkflow workflow)
    {
        var (id, name) = (workflow.Definition.DefinitionId, workflow.Definition.Name ?? workflow.Definition.DefinitionId);
        var steps = DefinitionActivities.All(workflow.Definition.Root).Select(found => found.Activity)
            .Where(step => ActivityJson.Text(step, "type") == FormTask.TypeName).ToList();
        return steps.Count == 0
            ? []
            : [new DeadlineChoice(id, name), .. steps.Select(step => new DeadlineChoice($"{id}/{ActivityJson.Text(step, "id")}", $"{name} · {DefinitionActivities.NameOf(step)}"))];
    }

    // What other files are named can only be looked up in a plan that can be read; its own mistakes are told anyway.
    private IReadOnlyList<ContentMistake> MistakesOf(PlanDraft draft)
    {
        var told = draft.At(List).Select(problem => new ContentMistake("plan.json", problem.Path, problem.Code, problem.Message) { IsWarning = problem.IsWarning }).ToList();
        if (draft.Problems.Any(problem => !problem.IsWarning))
            return told;
        var forms = content.Current.Forms.ToDictionary(form => form.Key, form => form.Value.Definition, StringComparer.Ordinal);
        told.AddRange(DeadlineReferences.Of("plan.json", Plan.Parse(draft.Json.ToJsonString()), forms, content.Current.Workflows.Keys.ToHashSet(StringComparer.Ordinal))
            .Select(mistake => mistake with { Path = mistake.Path[2..] }));
        return told;
    }

    private static IReadOnlyList<ContentMistake> Below(IReadOnlyList<ContentMistake> mistakes, int rule)
    {
        var path = $"{List}[{rule}]";
        return [.. mistakes.Where(mistake => mistake.Path == path || mistake.Path.StartsWith(path + ".", StringComparison.Ordinal))
            .Select(mistake => mistake with { Path = mistake.Path[path.Length..].TrimStart('.') })];
    }

    private static string NewKey(DeadlineEdit edit, JsonArray rules)
    {
        var stem = new[] { edit.Form, edit.Role, edit.Where?.Replace('/', '-') }.FirstOrDefault(part => !string.IsNullOrEmpty(part)) ?? "plazo";
        var taken = rules.Select(rule => (string?)rule?["key"]).ToHashSet();
        return Enumerable.Range(1, rules.Count + 1).Select(n => n == 1 ? stem : $"{stem}-{n}").First(key => !taken.Contains(key));
    }

    private static string? Title(JsonNode? title, string language) => title is JsonObject translated
        ? (string?)(translated[language] ?? translated["es"])
        : title?.ToString();
}
