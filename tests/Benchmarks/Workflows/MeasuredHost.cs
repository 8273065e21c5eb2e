using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Running;

namespace Benchmarks.Workflows;

/// <summary>The working program without its pages, over a database of its own that holds one published flow.</summary>
internal sealed class MeasuredHost : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly string _folder;

    private MeasuredHost(IHost host, string folder)
    {
        _host = host;
        _folder = folder;
    }

    public WorkflowRuntime Runtime => _host.Services.GetRequiredService<WorkflowRuntime>();

    public static async Task<MeasuredHost> OpenAsync(DatabaseOptions? postgres)
    {
        var folder = Directory.CreateTempSubdirectory("workflowhost-measure-").FullName;
        var workflows = Directory.CreateDirectory(Path.Combine(folder, "workflows")).FullName;
        Directory.CreateDirectory(Path.Combine(folder, "forms"));
        await File.WriteAllTextAsync(Path.Combine(workflows, "plan.json"), MeasuredFlow.Plan);
        await File.WriteAllTextAsync(Path.Combine(workflows, "measured.json"), MeasuredFlow.Definition);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = folder });
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = postgres?.Provider ?? DatabaseOptions.Sqlite,
            ["Database:Connection"] = postgres?.Connection ?? Path.Combine(folder, "work.db"),
        });
        builder.Services.AddWork(builder.Configuration, folder);
        var host = builder.Build();
        await host.Services.GetRequiredService<ContentStart>().RunAsync(CancellationToken.None);
        return new MeasuredHost(host, folder);
    }

    /// <summary>Bookmarks that wait, as a client of the task list would know them.</summary>
    public async Task<IReadOnlyList<string>> BookmarksAsync()
    {
        await using var db = Db();
        return await db.Bookmarks.AsNoTracking().OrderBy(b => b.InstanceId).Select(b => b.Id).ToListAsync();
    }

    public WorkDb Db() => _host.Services.GetRequiredService<IDbContextFactory<WorkDb>>().CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        if (_host is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
