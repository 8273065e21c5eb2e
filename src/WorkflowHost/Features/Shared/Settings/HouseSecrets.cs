using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data;

namespace WorkflowHost.Features.Shared.Settings;

/// <summary>Secrets the program makes for itself when it first needs them, the same on every replica.</summary>
public sealed class HouseSecrets(IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, byte[]> _known = new(StringComparer.Ordinal);
    private readonly IDataProtector _protector = protection.CreateProtector("HouseSecret.v1");

    /// <summary>32 random bytes of that name.</summary>
    public async Task<byte[]> OfAsync(string name, CancellationToken stop)
    {
        if (_known.TryGetValue(name, out var known))
            return known;

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkDb>();
        var secret = await ReadAsync(db, name, stop) ?? await MakeAsync(db, name, stop);
        return _known.GetOrAdd(name, secret);
    }

    private async Task<byte[]?> ReadAsync(WorkDb db, string name, CancellationToken stop)
    {
        var key = "secret." + name;
        var value = await db.Settings.Where(setting => setting.Key == key).Select(setting => setting.Value).FirstOrDefaultAsync(stop);
        return value is null ? null : _protector.Unprotect(Convert.FromBase64String(value));
    }

    private async Task<byte[]> MakeAsync(WorkDb db, string name, CancellationToken stop)
    {
        var secret = RandomNumberGenerator.GetBytes(32);
        db.Settings.Add(new Setting
        {
            Key = "secret." + name, Value = Convert.ToBase64String(_protector.Protect(secret)), UpdatedAt = time.GetUtcNow(),
        });
        try
        {
            await db.SaveChangesAsync(stop);
            return secret;
        }
        catch (DbUpdateException)
        {
            // Another request or replica was first; its secret is the one.
            return await ReadAsync(db, name, stop) ?? throw new InvalidOperationException($"The secret {name} could not be kept.");
        }
    }
}
