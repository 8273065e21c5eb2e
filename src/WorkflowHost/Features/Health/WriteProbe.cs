using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using WorkflowHost.Data;

namespace WorkflowHost.Features.Health;

/// <summary>Ready means able to write: a full or read-only disk still answers reads, and would refuse every submission.</summary>
internal sealed class WriteProbe(IDbContextFactory<WorkDb> databases, TimeProvider clock) : IHealthCheck
{
    private const string Key = "health:probe";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var written = await db.Settings.Where(setting => setting.Key == Key)
            .ExecuteUpdateAsync(set => set.SetProperty(setting => setting.UpdatedAt, now), cancellationToken);
        if (written == 0)
        {
            db.Settings.Add(new Setting { Key = Key, Value = "", UpdatedAt = now });
            await db.SaveChangesAsync(cancellationToken);
        }

        return HealthCheckResult.Healthy();
    }
}
