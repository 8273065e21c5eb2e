using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WorkflowHost.Cases.Access;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Data.Tests.Databases;
using WorkflowHost.Replay;
using WorkflowHost.Running;
using WorkflowHost.Tests.Replay;

namespace WorkflowHost.Tests.Running;

/// <summary>The working program over a test database, with a clock that stands still until a test moves it.</summary>
public sealed class WorkStage : IAsyncDisposable
{
    private static readonly DateTimeOffset Morning = new(2022, 1, 10, 16, 0, 0, TimeSpan.Zero);

    private readonly TestDatabase _database;
    private readonly string _folder;
    private readonly IReadOnlyDictionary<string, string?> _settings;
    private readonly IHost _host;

    private WorkStage(
        TestDatabase database, string folder, IReadOnlyDictionary<string, string?> settings, IHost host, VirtualClock clock)
    {
        _settings = settings;
        _database = database;
        _folder = folder;
        _host = host;
        Clock = clock;
    }

    public VirtualClock Clock { get; }

    public DatabaseOptions DatabaseOptions => _database.Options;

    /// <summary>What another process needs to open the same stage.</summary>
    internal IEnumerable<string> Address =>
        [_database.Options.Provider, _database.Options.Connection, _folder, Clock.GetUtcNow().ToString("O"),
            System.Text.Json.JsonSerializer.Serialize(_settings)];

    public IServiceProvider Services => _host.Services;

    public FormSubmissions Submissions => Services.GetRequiredService<FormSubmissions>();

    public WorkflowRuntime Runtime => Services.GetRequiredService<WorkflowRuntime>();

    public WorkDrain Drain => Services.GetRequiredService<WorkDrain>();

    public PublishedContent Content => Services.GetRequiredService<PublishedContent>();

    public static Submitter Clerk { get; } = Member("clerk", "north");

    public static Submitter Nurse { get; } = Member("nurse", "north");

    public static Task<WorkStage> OpenAsync(IDatabases databases, params JsonObject[] moreWorkflows) =>
        OpenAsync(databases, new Dictionary<string, string?>(), moreWorkflows);

    public static async Task<WorkStage> OpenAsync(
        IDatabases databases, IReadOnlyDictionary<string, string?> settings, params JsonObject[] moreWorkflows)
    {
        var folder = Directory.CreateTempSubdirectory("workflowhost-content-").FullName;
        WriteContent(folder, moreWorkflows);
        var database = await databases.CreateAsync();
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/Tijuana");
        return await StartAsync(database, folder, settings, new VirtualClock(Morning, zone));
    }

    /// <summary>Over the content that the program is shipped with.</summary>
    /// <param name="moreWorkflows">Beside the shipped ones.</param>
    public static async Task<WorkStage> OpenShippedAsync(IDatabases databases, params JsonObject[] moreWorkflows)
    {
        var folder = Directory.CreateTempSubdirectory("workflowhost-content-").FullName;
        foreach (var file in new[] { "workflows", "forms" }
            .SelectMany(name => Directory.EnumerateFiles(Path.Combine(ScenarioFiles.Root, name), "*.json", SearchOption.AllDirectories)))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(ScenarioFiles.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!); // a file has a folder
            File.Copy(file, copy);
        }

        foreach (var definition in moreWorkflows)
            File.WriteAllText(Path.Combine(folder, "workflows", definition["definitionId"] + ".json"), definition.ToJsonString());
        var database = await databases.CreateAsync();
        return await StartAsync(database, folder, new Dictionary<string, string?>(), new VirtualClock(Morning, TimeZoneInfo.FindSystemTimeZoneById("America/Tijuana")));
    }

    /// <summary>The same over a store of the test's own making.</summary>
    internal static async Task<WorkStage> OpenOverAsync(
        IDatabases databases, Func<DatabaseOptions, IWorkStore> open, params JsonObject[] moreWorkflows)
    {
        var folder = Directory.CreateTempSubdirectory("workflowhost-content-").FullName;
        WriteContent(folder, moreWorkflows);
        var database = await databases.CreateAsync();
        var settings = new Dictionary<string, string?>();
        var clock = new VirtualClock(Morning, TimeZoneInfo.FindSystemTimeZoneById("America/Tijuana"));
        var host = await BuildAsync(database.Options, folder, settings, clock, open);
        return new WorkStage(database, folder, settings, host, clock);
    }

    /// <summary>As if the program had been killed and started again on the same database.</summary>
    public async Task<WorkStage> RestartAsync(DateTimeOffset? clock = null)
    {
        await StopAsync();
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/Tijuana");
        return await StartAsync(_database, _folder, _settings, clock is { } time ? new VirtualClock(time, zone) : Clock);
    }

    /// <summary>The program of a stage in this process; <paramref name="address"/> is another's <see cref="Address"/>.</summary>
    internal static async Task<IHost> OpenHostAsync(IReadOnlyList<string> address)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/Tijuana");
        var clock = new VirtualClock(DateTimeOffset.Parse(address[3], System.Globalization.CultureInfo.InvariantCulture), zone);
        var options = new DatabaseOptions { Provider = address[0], Connection = address[1] };
        var settings = System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string?>>(address[4]) ?? [];
        return await BuildAsync(options, address[2], settings, clock);
    }

    public static Submitter Member(string role, string? site) =>
        new($"{role}.{site}", [new RoleGrant { Role = role, SiteKey = site }]);

    public Task<SubmissionAnswer> ArriveAsync(string name, string? key = null) => Submissions.SubmitAsync(new FormSubmission
    {
        Target = new SubmissionTarget.StartForm("intake"),
        Data = new JsonObject { ["name"] = name },
        IdempotencyKey = key ?? Guid.CreateVersion7().ToString(),
        By = Clerk,
        Site = "north",
    }, CancellationToken.None);

    public Task<SubmissionAnswer> CheckAsync(Guid task, string verdict, string? key = null, Submitter? by = null) =>
        Submissions.SubmitAsync(new FormSubmission
        {
            Target = new SubmissionTarget.OpenTask(task),
            Data = new JsonObject { ["temperature"] = 36.6, ["verdict"] = verdict },
            IdempotencyKey = key ?? Guid.CreateVersion7().ToString(),
            By = by ?? Nurse,
        }, CancellationToken.None);

    public async Task<IReadOnlyList<HumanTask>> OpenTasksAsync()
    {
        await using var db = OpenDb();
        return await db.Tasks.AsNoTracking().Where(t => t.State == TaskState.Open).OrderBy(t => t.CreatedAt).ToListAsync();
    }

    public WorkDb OpenDb() => Services.GetRequiredService<IDbContextFactory<WorkDb>>().CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StopAsync()
    {
        if (_host is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
    }

    private static async Task<WorkStage> StartAsync(
        TestDatabase database, string folder, IReadOnlyDictionary<string, string?> settings, VirtualClock clock)
    {
        var host = await BuildAsync(database.Options, folder, settings, clock);
        return new WorkStage(database, folder, settings, host, clock);
    }

    private static async Task<IHost> BuildAsync(
        DatabaseOptions database, string folder, IReadOnlyDictionary<string, string?> settings, VirtualClock clock,
        Func<DatabaseOptions, IWorkStore>? open = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = folder });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = database.Provider,
            ["Database:Connection"] = database.Connection,
        });
        builder.Services.AddWork(builder.Configuration, folder);
        builder.Services.AddSingleton<TimeProvider>(clock);
        if (open is not null)
            builder.Services.AddSingleton(_ => open(database));
        var host = builder.Build();
        await host.Services.GetRequiredService<ContentStart>().RunAsync(CancellationToken.None);
        return host;
    }

    private static void WriteContent(string folder, JsonObject[] moreWorkflows)
    {
        var workflows = Directory.CreateDirectory(Path.Combine(folder, "workflows")).FullName;
        var forms = Directory.CreateDirectory(Path.Combine(folder, "forms")).FullName;
        File.WriteAllText(Path.Combine(workflows, "plan.json"), StageContent.Plan);
        foreach (var definition in moreWorkflows.Append(StageContent.IntakeWorkflow).Append(StageContent.AnnouncedWorkflow))
            File.WriteAllText(Path.Combine(workflows, definition["definitionId"] + ".json"), definition.ToJsonString());
        foreach (var form in new[] { StageContent.Intake, StageContent.Check })
            File.WriteAllText(Path.Combine(forms, form["name"] + ".json"), form.ToJsonString());
    }
}
