using Microsoft.EntityFrameworkCore;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Running;

namespace WorkflowHost.Replay;

/// <summary>Puts a replay together over a database file of its own and runs it to its end.</summary>
internal static class ReplayCommandRun
{
    private const int DefaultFailure = 1;

    public static async Task<int> RunAsync(ReplayRequest request, TextWriter output, TextWriter messages, CancellationToken ct)
    {
        try
        {
            var scenario = ScenarioFile.Read(request.Scenario);
            var people = request.People ?? scenario.People;
            var zone = TimeZoneInfo.FindSystemTimeZoneById(scenario.TimeZone);
            var clock = new VirtualClock(
                ScenarioTime.Read(scenario.From.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), zone), zone);
            using var host = BuildHost(request.Database ?? $"data/{scenario.Key}.db", clock);
            await host.Services.GetRequiredService<ContentStart>().RunAsync(ct);
            await ReplayMark.CheckAsync(host.Services.GetRequiredService<IDbContextFactory<WorkDb>>(), scenario, people, ct);
            var scripts = new ScenarioScripts(scenario, clock, zone);
            var population = Population.Create(scenario, scripts, people);
            messages.WriteLine($"{population.People.Count} people in {population.Households.Count} households");
            var progress = new ReplayProgress(messages, zone);
            await NewRun(host.Services, scenario, population, scripts, clock, progress).RunAsync(ct);
            return await ReportAsync(host.Services, scenario, population, progress, clock.GetUtcNow(), request.Json, output, messages, ct);
        }
        catch (ScenarioException e)
        {
            messages.WriteLine(e.Message);
            return DefaultFailure;
        }
    }

    private static IHost BuildHost(string database, VirtualClock clock)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration["Database:Provider"] = DatabaseOptions.Sqlite;
        builder.Configuration["Database:Connection"] = database;
        // Progress is for people on the error stream; only what is wrong belongs in the log of a command.
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddWork(builder.Configuration, builder.Environment.ContentRootPath);
        builder.Services.AddSingleton<TimeProvider>(clock);
        return builder.Build();
    }

    private static ReplayRun NewRun(
        IServiceProvider services,
        Scenario scenario,
        Population population,
        ScenarioScripts scripts,
        VirtualClock clock,
        ReplayProgress progress) => new(
            scenario,
            population,
            scripts,
            clock,
            services.GetRequiredService<FormSubmissions>(),
            services.GetRequiredService<WorkDrain>(),
            services.GetRequiredService<IWorkStore>(),
            services.GetRequiredService<IDbContextFactory<WorkDb>>(),
            progress);

    private static async Task<int> ReportAsync(
        IServiceProvider services,
        Scenario scenario,
        Population population,
        ReplayProgress progress,
        DateTimeOffset clock,
        bool json,
        TextWriter output,
        TextWriter messages,
        CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<WorkDb>>().CreateDbContextAsync(ct);
        var report = await ReplayReport.ReadAsync(db, services.GetRequiredService<PublishedContent>().Plan, scenario, clock, ct);
        if (json)
            output.WriteLine(report.ToJson(scenario, population.People.Count, population.Households.Count));
        report.Print(json ? messages : output);
        messages.WriteLine(FormattableString.Invariant(
            $"{progress.Accepted} forms accepted, {progress.Refused} refused, {progress.Elapsed.TotalSeconds:0.0} s"));
        foreach (var refusal in progress.Refusals)
            messages.WriteLine($"refused: {refusal}");
        return progress.Refused == 0 && report.Incidents == 0 && report.DeadMessages == 0 ? 0 : DefaultFailure;
    }
}
