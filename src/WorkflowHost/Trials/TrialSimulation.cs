using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Sites;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Engine;
using WorkflowHost.Replay;
using WorkflowHost.Running;

namespace WorkflowHost.Trials;

/// <summary>
/// Sends many made-up families in over some days. Each day those who arrive fill the first form and everything open is
/// answered once, as staff would; then the night passes.
/// </summary>
internal sealed class TrialSimulation(TrialWorld world, TrialActs acts)
{
    private const int MostAnswers = 20_000;

    /// <summary>Days lived after the last arrival.</summary>
    private const int DaysAfter = 10;

    private readonly TrialPilot _pilot = new(world, acts);
    private readonly Dictionary<(string Site, string Segment), DateOnly> _full = [];
    private readonly List<TrialStop> _stops = [];
    private readonly HashSet<Guid> _stuck = [];

    public async Task<SimulationSummary> RunAsync(SimulationOrder order, IProgress<int> progress, CancellationToken ct)
    {
        int arrived = 0, refused = 0;
        for (var day = 0; day < order.Days + DaysAfter && _pilot.Answered < MostAnswers; day++)
        {
            var until = day >= order.Days ? order.Families : order.Families * (day + 1) / order.Days;
            for (; arrived < until; arrived++)
            {
                if (!await ArriveAsync(order, arrived, ct))
                    refused++;
                progress.Report(arrived + 1);
            }

            await AnswerAllAsync(order.Seed, ct);
            await NoteFullAsync(ct);
            await acts.AdvanceAsync(TimeSpan.FromDays(1), ct);
        }

        return await SummaryAsync(arrived - refused, refused, ct);
    }

    private async Task<bool> ArriveAsync(SimulationOrder order, int index, CancellationToken ct)
    {
        if (world.Content.Current.FindForm(order.Form) is not { } form)
            return false;
        var random = new KeyedRandom(order.Seed, "family", index.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var begun = order.Bases.Count == 0 ? new JsonObject() : order.Bases[random.Between(0, order.Bases.Count - 1)];
        var filled = acts.Fill(form, Other(begun, index), order.Seed + (index * 31L), order.Bases.Count == 0 ? random.Between(1, 6) : null);
        if (!filled.IsValid)
        {
            Note(new TrialStop(TrialStopKind.Unfillable, order.Form, null, string.Join("; ", filled.Unfilled.Take(3).Select(field => $"{field.Label}: {field.Message}"))));
            return false;
        }

        var answer = await acts.StartAsync(order.Form, filled.Data, order.Site, "es", ct);
        if (answer is SubmissionAnswer.Accepted)
            return true;
        Note(new TrialStop(TrialStopKind.Refused, order.Form, null, answer is SubmissionAnswer.Conflict conflict ? conflict.Code : answer.GetType().Name));
        return false;
    }

    // Two families from one base must not be taken for the same people: their words get a number.
    private static JsonObject Other(JsonObject begun, int index)
    {
        var copy = (JsonObject)begun.DeepClone();
        Mark(copy, index);
        return copy;
    }

    private static void Mark(JsonNode node, int index)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list.OfType<JsonNode>())
                Mark(item, index);
        }
        else if (node is JsonObject map)
        {
            foreach (var (name, value) in map.ToArray())
            {
                // Words with a capital are names in a made-up family; choices are written in small letters.
                if (value is JsonValue text && text.TryGetValue<string>(out var words) && words.Length > 3 && char.IsUpper(words[0]) && words.Skip(1).Any(char.IsLower))
                    map[name] = $"{words} {index + 1}";
                else if (value is not null)
                    Mark(value, index);
            }
        }
    }

    private async Task AnswerAllAsync(long seed, CancellationToken ct)
    {
        // What an answer opens is asked the same day a few times, as in life; the rest waits for the morning.
        for (var round = 0; round < 3; round++)
        {
            var open = (await acts.OpenTasksAsync(ct)).Where(one => !_stuck.Contains(one.Task.Id)).ToList();
            foreach (var (task, about) in open)
            {
                if (_pilot.Answered >= MostAnswers)
                    return;
                if (await acts.FindTaskAsync(task.Id, ct) is not null && await _pilot.AnswerAsync(task, about, seed, ct) is { } stop)
                {
                    _stuck.Add(task.Id);
                    Note(stop with { About = null });
                }
            }

            if (open.Count == 0)
                return;
        }
    }

    private async Task NoteFullAsync(CancellationToken ct)
    {
        await using var db = world.OpenDb();
        foreach (var pool in await db.Pools.AsNoTracking().Where(pool => pool.Capacity > 0 && pool.Taken >= pool.Capacity).ToListAsync(ct))
            _full.TryAdd((pool.SiteKey, pool.Segment), world.Content.Plan.DayOf(world.Clock.GetUtcNow()));
    }

    private void Note(TrialStop stop)
    {
        var known = _stops.FindIndex(one => one with { Count = 1 } == stop);
        if (known >= 0)
            _stops[known] = _stops[known] with { Count = _stops[known].Count + 1 };
        else
            _stops.Add(stop);
    }

    private async Task<SimulationSummary> SummaryAsync(int families, int refused, CancellationToken ct)
    {
        await using var db = world.OpenDb();
        var instances = await db.Instances.AsNoTracking().GroupBy(one => new { one.DefinitionId, one.Status, one.SubStatus })
            .Select(group => new { group.Key.DefinitionId, group.Key.Status, group.Key.SubStatus, Count = group.Count() }).ToListAsync(ct);
        var waiting = await db.Tasks.AsNoTracking().Where(task => task.State == TaskState.Open).GroupBy(task => new { task.Form, task.SiteKey })
            .Select(group => new { group.Key.Form, group.Key.SiteKey, Count = group.Count() }).ToListAsync(ct);
        return new SimulationSummary(
            families,
            refused,
            _pilot.Answered,
            [
                .. instances.GroupBy(one => one.DefinitionId).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (
                    group.Key,
                    group.Where(one => one.Status == WorkflowStatus.Finished && one.SubStatus != WorkflowSubStatus.Faulted).Sum(one => one.Count),
                    group.Where(one => one.Status == WorkflowStatus.Running).Sum(one => one.Count),
                    group.Where(one => one.SubStatus == WorkflowSubStatus.Faulted).Sum(one => one.Count))),
            ],
            [.. waiting.OrderByDescending(one => one.Count).Select(one => (one.Form, one.SiteKey, one.Count))],
            [.. _stops, .. await _pilot.FindDeadEndsAsync(ct)],
            [.. _full.OrderBy(one => one.Value).ThenBy(one => one.Key.Site, StringComparer.Ordinal).Select(one => (one.Key.Site, one.Key.Segment, one.Value))],
            await db.Stays.CountAsync(stay => stay.State == StayState.Reserved || stay.State == StayState.Occupied, ct));
    }
}
