using System.Collections.Concurrent;
using WorkflowHost.Cases.Access;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Running;

namespace WorkflowHost.Replay;

/// <summary>The synthetic staff: one person for each role at each site, with exactly that grant.</summary>
internal sealed class ReplayStaff(DateTimeOffset since)
{
    private readonly ConcurrentDictionary<(string Role, string? Site), Submitter> _staff = new();

    public Submitter Of(string role, string? site) => _staff.GetOrAdd((role, site), key => new Submitter(
        key.Site is null ? key.Role : $"{key.Role}.{key.Site}",
        [Grant(key.Role, key.Site)]));

    /// <summary>
    /// Whoever does that task: its role, who also stands in where an overdue task may have been handed to somebody else
    /// by the time it is answered.
    /// </summary>
    public Submitter For(HumanTask task)
    {
        var usual = Of(task.Role, task.SiteKey);
        var heirs = task.Deadline()?.Steps.Where(step => step.HandOver).Select(step => step.Role).OfType<string>().Distinct().ToList() ?? [];
        return heirs.Count == 0 ? usual : usual with { Grants = [.. usual.Grants, .. heirs.Select(role => Grant(role, task.SiteKey))] };
    }

    private RoleGrant Grant(string role, string? site) => new() { Role = role, SiteKey = site, GrantedAt = since, GrantedBy = "replay" };
}
