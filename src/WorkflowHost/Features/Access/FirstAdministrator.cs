using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Access;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Access;

/// <summary>
/// Lets the first person in: a link with a random token, of which only the hash is stored, and which is gone once used.
/// No installation ever has a default password.
/// </summary>
public sealed class FirstAdministrator(WorkDb db, UserManager<StaffMember> people, AuditPen audit, TimeProvider time)
{
    private const string SettingKey = "setup.token-hash";

    /// <summary>A fresh token while nobody exists, replacing an unused one; null as soon as somebody does.</summary>
    public async Task<string?> InviteAsync(CancellationToken stop)
    {
        if (await db.Users.AnyAsync(stop))
            return null;

        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var setting = await db.Settings.FirstOrDefaultAsync(one => one.Key == SettingKey, stop);
        if (setting is null)
            db.Settings.Add(setting = new Setting { Key = SettingKey, Value = "", UpdatedAt = time.GetUtcNow() });
        setting.Value = HashOf(token);
        setting.UpdatedAt = time.GetUtcNow();
        await db.SaveChangesAsync(stop);
        return token;
    }

    public async Task<bool> IsInvitedAsync(string? token, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(token) || await db.Users.AnyAsync(stop))
            return false;

        var hash = await db.Settings.Where(one => one.Key == SettingKey).Select(one => one.Value).FirstOrDefaultAsync(stop);
        return hash is not null
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(HashOf(token)));
    }

    /// <summary>The new administrator; null when mail or password were refused.</summary>
    public async Task<StaffMember?> CreateAsync(string name, string email, string password, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var person = new StaffMember
        {
            Id = Guid.CreateVersion7(now), UserName = email, Email = email, EmailConfirmed = true, DisplayName = name, CreatedAt = now,
        };
        if (!(await people.CreateAsync(person, password)).Succeeded)
            return null;

        db.RoleGrants.Add(new RoleGrant { UserId = person.Id, Role = Administration.RoleKey, GrantedAt = now, GrantedBy = "setup" });
        db.Settings.RemoveRange(db.Settings.Where(one => one.Key == SettingKey));
        await db.SaveChangesAsync(stop);
        await audit.WriteAsync(email, "administrator.created", "staff", person.Id.ToString(), stop);
        return person;
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
