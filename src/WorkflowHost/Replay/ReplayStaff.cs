using System.Collections.Concurrent;
using WorkflowHost.Cases.Access;
using WorkflowHost.Running;

namespace WorkflowHost.Replay;

/// <summary>The synthetic staff: one person for each role at each site, with exactly that grant.</summary>
internal sealed class ReplayStaff(DateTimeOffset since)
{
    private readonly ConcurrentDictionary<(string Role, string? Site), Submitter> _staff = new();

    public Submitter Of(string role, string? site) => _staff.GetOrAdd((role, site), key => new Submitter(
        key.Site is null ? key.Role : $"{key.Role}.{key.Site}",
        [new RoleGrant { Role = key.Role, SiteKey = key.Site, GrantedAt = since, GrantedBy = "replay" }]));
}
