using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Sites;
using WorkflowHost.Engine;

namespace WorkflowHost.Trials;

/// <summary>What came of a case, or has to.</summary>
public sealed record CaseOutcome
{
    /// <summary>Tasks in the order they were opened; equal ones in a row together.</summary>
    public IReadOnlyList<OutcomeTask>? Tasks { get; init; }

    /// <summary>Who holds a place, by name.</summary>
    public IReadOnlyList<OutcomePlace>? Places { get; init; }

    /// <summary>Workflows and how their instances stand: <c>finished 1, running 2</c>.</summary>
    public IReadOnlyDictionary<string, string>? Workflows { get; init; }

    /// <summary>How often each kind of fact was recorded.</summary>
    public IReadOnlyDictionary<string, int>? Facts { get; init; }

    /// <summary>How often each event would have gone out.</summary>
    public IReadOnlyDictionary<string, int>? Events { get; init; }

    /// <summary>Everything that came of what was done in a trial.</summary>
    internal static async Task<CaseOutcome> ReadAsync(TrialWorld world, CancellationToken ct)
    {
        await using var db = world.OpenDb();
        var titles = await db.Cases.AsNoTracking().ToDictionaryAsync(file => file.Id, file => file.Title, ct);
        var tasks = await db.Tasks.AsNoTracking().ToListAsync(ct);
        var stays = await db.Stays.AsNoTracking().Where(stay => stay.State == StayState.Reserved || stay.State == StayState.Occupied).ToListAsync(ct);
        var instances = await db.Instances.AsNoTracking().Select(one => new { one.DefinitionId, one.Status, one.SubStatus }).ToListAsync(ct);
        var facts = await db.Facts.AsNoTracking().GroupBy(fact => fact.Type).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        var rules = world.Content.Plan.AssignmentRules.ToDictionary(rule => rule.Key, rule => rule.Reason.In("es"), StringComparer.Ordinal);
        return new CaseOutcome
        {
            Tasks = InRows(tasks.OrderBy(task => task.CreatedAt).ThenBy(task => task.Form, StringComparer.Ordinal)
                .ThenBy(task => task.CaseId is { } id ? titles.GetValueOrDefault(id) : null, StringComparer.Ordinal)
                .Select(task => new OutcomeTask(task.Form, task.Role, task.SiteKey, task.Outcome ?? "", 1))),
            Places =
            [
                .. stays.Select(stay => new OutcomePlace(
                        titles.GetValueOrDefault(stay.CaseId, ""), stay.SiteKey, stay.Segment, stay.Rule, stay.Rule is null ? null : rules.GetValueOrDefault(stay.Rule)))
                    .OrderBy(place => place.Who, StringComparer.Ordinal).ThenBy(place => place.Site, StringComparer.Ordinal),
            ],
            Workflows = instances.GroupBy(one => one.DefinitionId).OrderBy(group => group.Key, StringComparer.Ordinal).ToDictionary(
                group => group.Key,
                group => string.Join(", ", group.GroupBy(one => StateOf(one.Status, one.SubStatus)).OrderBy(state => state.Key, StringComparer.Ordinal).Select(state => $"{state.Key} {state.Count()}"))),
            Facts = facts.OrderBy(fact => fact.Key, StringComparer.Ordinal).ToDictionary(fact => fact.Key, fact => fact.Count),
            Events = world.Effects.Read().Where(effect => effect.IsEvent).GroupBy(effect => effect.Name)
                .OrderBy(group => group.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count()),
        };
    }

    /// <summary>What differs from what has to come: where, what was expected, what came. Only what is stated is asked for.</summary>
    public IReadOnlyList<OutcomeDifference> Compare(CaseOutcome came)
    {
        var found = new List<OutcomeDifference>();
        if (Places is not null)
        {
            // A rule that was renamed or reworded but decides the same is no difference.
            Add("places", Places.Select(place => place with { Rule = null, Reason = null }), (came.Places ?? []).Select(place => place with { Rule = null, Reason = null }));
        }

        if (Tasks is not null)
            Add("tasks", Tasks, came.Tasks ?? []);
        Words("workflows", Workflows, came.Workflows);
        Words("facts", Facts?.ToDictionary(one => one.Key, one => Number(one.Value)), came.Facts?.ToDictionary(one => one.Key, one => Number(one.Value)));
        Words("events", Events?.ToDictionary(one => one.Key, one => Number(one.Value)), came.Events?.ToDictionary(one => one.Key, one => Number(one.Value)));
        return found;

        void Add<T>(string where, IEnumerable<T> expected, IEnumerable<T> actual)
        {
            var (wanted, got) = (expected.Select(one => $"{one}").ToList(), actual.Select(one => $"{one}").ToList());
            var at = Enumerable.Range(0, Math.Max(wanted.Count, got.Count))
                .FirstOrDefault(index => wanted.ElementAtOrDefault(index) != got.ElementAtOrDefault(index), -1);
            if (at >= 0)
                found.Add(new OutcomeDifference($"{where}[{at}]", wanted.ElementAtOrDefault(at) ?? "—", got.ElementAtOrDefault(at) ?? "—"));
        }

        void Words(string where, IReadOnlyDictionary<string, string>? expected, IReadOnlyDictionary<string, string>? actual)
        {
            if (expected is null)
                return;
            actual ??= new Dictionary<string, string>();
            foreach (var name in expected.Keys.Union(actual.Keys).Order(StringComparer.Ordinal))
            {
                var (wanted, got) = (expected.GetValueOrDefault(name, "0"), actual.GetValueOrDefault(name, "0"));
                if (wanted != got)
                    found.Add(new OutcomeDifference($"{where}.{name}", $"{name}: {wanted}", $"{name}: {got}"));
            }
        }
    }

    private static List<OutcomeTask> InRows(IEnumerable<OutcomeTask> tasks)
    {
        var rows = new List<OutcomeTask>();
        foreach (var task in tasks)
        {
            if (rows.Count > 0 && rows[^1] with { Count = 1 } == task)
                rows[^1] = rows[^1] with { Count = rows[^1].Count + 1 };
            else
                rows.Add(task);
        }

        return rows;
    }

    private static string StateOf(WorkflowStatus status, WorkflowSubStatus sub) =>
        status == WorkflowStatus.Running ? "running" : sub.ToString().ToLowerInvariant();

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <param name="Outcome">What its answer decided; empty while it is open.</param>
public sealed record OutcomeTask(string Form, string Role, string? Site, string Outcome, int Count)
{
    public override string ToString() => $"{Form} ({Role}{(Site is null ? "" : $", {Site}")}){(Outcome.Length > 0 ? $" → {Outcome}" : "")}{(Count > 1 ? $" × {Count}" : "")}";
}

/// <param name="Rule">Rule that decided, or null when a person did.</param>
/// <param name="Reason">Why there, in words.</param>
public sealed record OutcomePlace(string Who, string Site, string Segment, string? Rule, string? Reason)
{
    public override string ToString() => $"{Who}: {Site}, {Segment}{(Rule is null ? "" : $" ({Rule})")}";
}

/// <param name="Where">Path below <c>expect</c>.</param>
public sealed record OutcomeDifference(string Where, string Expected, string Actual);
