using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data;

namespace WorkflowHost.Features.Access.People;

/// <summary>One-time links with which a person chooses a password. Only the hash of a token is stored; a new one replaces the old.</summary>
public sealed class Invitations(WorkDb db, TimeProvider time)
{
    private const string Prefix = "invitation:";
    private static readonly TimeSpan Lasting = TimeSpan.FromDays(3);

    public async Task<string> IssueAsync(Guid person, CancellationToken stop)
    {
        var token = $"{person:N}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))}";
        var key = KeyOf(person);
        if (await db.Settings.FirstOrDefaultAsync(one => one.Key == key, stop) is { } known)
            (known.Value, known.UpdatedAt) = (HashOf(token), time.GetUtcNow());
        else
            db.Settings.Add(new Setting { Key = key, Value = HashOf(token), UpdatedAt = time.GetUtcNow() });
        await db.SaveChangesAsync(stop);
        return token;
    }

    /// <summary>Until when a link that was not used yet holds; null when there is none.</summary>
    public async Task<DateTimeOffset?> UntilAsync(Guid person, CancellationToken stop)
    {
        var key = KeyOf(person);
        return await db.Settings.AsNoTracking().FirstOrDefaultAsync(one => one.Key == key, stop) is { } known && known.UpdatedAt + Lasting > time.GetUtcNow()
            ? known.UpdatedAt + Lasting
            : null;
    }

    /// <summary>Whose token it is; null when it is none, was used, or is too old.</summary>
    public async Task<Guid?> WhoseAsync(string? token, CancellationToken stop)
    {
        if (token?.Split('-') is not [var id, _] || !Guid.TryParseExact(id, "N", out var person))
            return null;

        var key = KeyOf(person);
        var known = await db.Settings.AsNoTracking().FirstOrDefaultAsync(one => one.Key == key, stop);
        return known is not null && known.UpdatedAt + Lasting > time.GetUtcNow()
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(known.Value), Encoding.ASCII.GetBytes(HashOf(token)))
            ? person
            : null;
    }

    public async Task TakeBackAsync(Guid person, CancellationToken stop)
    {
        var key = KeyOf(person);
        await db.Settings.Where(one => one.Key == key).ExecuteDeleteAsync(stop);
    }

    private static string KeyOf(Guid person) => $"{Prefix}{person:N}";

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
