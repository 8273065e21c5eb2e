using Microsoft.Extensions.Options;
using WorkflowHost.Data;
using WorkflowHost.Delivery;

namespace WorkflowHost.Content;

/// <summary>What has to be true before anything is served: tables exist, shipped content is imported, the published is compiled.</summary>
public sealed class ContentStart(
    IOptions<DatabaseOptions> database,
    IOptions<ContentOptions> folders,
    IHostEnvironment environment,
    ContentImport import,
    PublishedContent content,
    WebhookSubscriptions subscriptions,
    ILogger<ContentStart> log)
{
    /// <summary>Mistakes in a file keep that file out and are logged; the versions in the database stay in force.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await WorkData.MigrateAsync(database.Value, ct);
        var root = environment.ContentRootPath;
        var (files, unreadable) = ContentFolder.Read(
            ContentOptions.Locate(folders.Value.Workflows, "workflows", root),
            ContentOptions.Locate(folders.Value.Forms, "forms", root));
        var (imported, mistakes) = await import.RunAsync(files, ct);
        foreach (var mistake in unreadable.Concat(mistakes))
            log.LogError("Content was not imported: {Mistake}", mistake);
        if (imported.Count > 0)
            log.LogInformation("Imported {Count} content files", imported.Count);
        await content.RefreshAsync(ct);
        await subscriptions.RefreshAsync(ct);
    }
}
