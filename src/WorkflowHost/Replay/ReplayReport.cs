using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Indicators;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Engine;

namespace WorkflowHost.Replay;

/// <summary>One indicator at the end of a run.</summary>
/// <param name="Value">Counted from the facts in the database by the plan's definition.</param>
/// <param name="Rows">Length of the list behind it.</param>
/// <param name="Published">What was published of the real wave; null when nothing was.</param>
public sealed record ReplayFigure(string Key, string Title, long Value, long Rows, int? Published);

/// <summary>What a run came to.</summary>
public sealed record ReplayReport(
    IReadOnlyList<ReplayFigure> Figures, int OpenTasks, int RunningInstances, int FinishedInstances, int Incidents, int DeadMessages)
{
    public static async Task<ReplayReport> ReadAsync(
        WorkDb db, Plan plan, Scenario scenario, DateTimeOffset now, CancellationToken ct)
    {
        var facts = await db.Facts.AsNoTracking().ToListAsync(ct);
        var figures = new List<ReplayFigure>();
        foreach (var published in scenario.Published)
        {
            var definition = plan.FindIndicator(published.Indicator)
                ?? throw new ScenarioException($"$.published: the plan has no indicator '{published.Indicator}'");
            var counter = new IndicatorCounter(plan, definition, now);
            var count = counter.Count(facts).Value;
            var rows = counter.Rows(facts, 0, (int)count + 1).Count;
            figures.Add(new ReplayFigure(
                definition.Key, definition.Title.In(plan.Language), count, rows, published.Value));
        }

        return new ReplayReport(
            figures,
            await db.Tasks.CountAsync(t => t.State == Cases.Tasks.TaskState.Open, ct),
            await db.Instances.CountAsync(i => i.Status == WorkflowStatus.Running, ct),
            await db.Instances.CountAsync(i => i.Status == WorkflowStatus.Finished, ct),
            await db.Incidents.CountAsync(ct),
            await db.Outbox.CountAsync(m => m.State == OutboxState.Dead, ct));
    }

    public string ToJson(Scenario scenario, int people, int households) => new JsonObject
    {
        ["scenario"] = scenario.Key,
        ["seed"] = scenario.Seed,
        ["people"] = people,
        ["households"] = households,
        ["indicators"] = new JsonArray([.. Figures.Select(figure => new JsonObject
        {
            ["key"] = figure.Key,
            ["title"] = figure.Title,
            ["value"] = figure.Value,
            ["rows"] = figure.Rows,
            ["published"] = figure.Published,
        })]),
        ["openTasks"] = OpenTasks,
        ["incidents"] = Incidents,
        ["deadMessages"] = DeadMessages,
    }.ToJsonString(new JsonSerializerOptions(ContentJson.Options) { WriteIndented = true });

    public void Print(TextWriter output)
    {
        output.WriteLine($"{"Indicador",-45}{"Contado",10}{"Lista",10}{"Publicado",12}");
        foreach (var figure in Figures)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{figure.Title,-45}{figure.Value,10}{figure.Rows,10}{figure.Published,12}"));
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Instances: {FinishedInstances} finished, {RunningInstances} waiting; open tasks: {OpenTasks}; incidents: {Incidents}; dead messages: {DeadMessages}"));
    }
}
