using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data;

namespace WorkflowHost.Delivery;

/// <summary>Secrets of those who may send webhooks to us, one per source of the plan, generated here and shown to an administrator.</summary>
public sealed class WebhookSources(IDbContextFactory<WorkDb> databases, WebhookSecrets secrets, TimeProvider clock)
{
    private const string SettingPrefix = "webhook-source:";

    /// <summary>The secret of a source; made when there is none, or when the stored one cannot be read any more.</summary>
    public async Task<string> SecretOfAsync(string source, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var stored = await db.Settings.SingleOrDefaultAsync(s => s.Key == SettingPrefix + source, ct);
        if (stored is not null && secrets.Reveal(stored.Value) is { } known)
            return known;
        return await StoreAsync(db, stored, source, ct);
    }

    /// <summary>Replaces the secret; the old one is void at once.</summary>
    public async Task<string> RotateAsync(string source, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var stored = await db.Settings.SingleOrDefaultAsync(s => s.Key == SettingPrefix + source, ct);
        return await StoreAsync(db, stored, source, ct);
    }

    private async Task<string> StoreAsync(WorkDb db, Setting? stored, string source, CancellationToken ct)
    {
        var secret = WebhookSignature.NewSecret();
        if (stored is null)
            db.Settings.Add(stored = new Setting { Key = SettingPrefix + source, Value = "" });
        stored.Value = secrets.Protect(secret);
        stored.UpdatedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return secret;
    }
}
