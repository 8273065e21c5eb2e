using System.Text.Json.Nodes;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Tasks;

namespace WorkflowHost.Cases.Access;

/// <summary>
/// What one member of staff may do: the union of the grants, each of which is a role at a site. Every question is answered
/// by a single grant — a role at one site never borrows the sensitivity of a role at another.
/// </summary>
public sealed class StaffAccess
{
    private readonly List<(Role Role, string? SiteKey)> _held = [];

    /// <summary>Access by these grants under that plan; grants of roles the plan does not know give nothing.</summary>
    public StaffAccess(Plan plan, IEnumerable<RoleGrant> grants)
    {
        foreach (var grant in grants)
        {
            foreach (var role in plan.FindRole(grant.Role)?.Hats ?? [])
                _held.Add((role, role.AllSites ? null : grant.SiteKey));
        }
    }

    /// <summary>Keys of the roles held anywhere.</summary>
    public IReadOnlySet<string> Roles => _held.Select(h => h.Role.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether the permission is held at that site; a null site asks for "anywhere".</summary>
    public bool May(string permission, string? siteKey = null) =>
        _held.Any(h => h.Role.Permissions.Contains(permission) && Reaches(h.SiteKey, siteKey));

    /// <summary>Whether what lies at that site with that sensitivity may be read, given the permission to read such things.</summary>
    public bool MayRead(Sensitivity sensitivity, string? siteKey = null, string permission = Permissions.ReadCases) =>
        _held.Any(h => h.Role.Permissions.Contains(permission)
            && h.Role.Sensitivities.Contains(sensitivity)
            && Reaches(h.SiteKey, siteKey));

    /// <summary>Whether the task is one of theirs: its role or the one it was escalated to, its site, its sensitivity, by one and the same grant.</summary>
    public bool MayWork(HumanTask task) => task.Doers().Any(doer =>
        _held.Any(h => h.Role.Key == doer.Role
            && h.Role.Permissions.Contains(Permissions.WorkTasks)
            && h.Role.Sensitivities.Contains(task.Sensitivity)
            && Reaches(h.SiteKey, doer.SiteKey)));

    /// <summary>Sites where the permission is held; null means everywhere, empty nowhere.</summary>
    public IReadOnlySet<string>? SitesWith(string permission)
    {
        var holding = _held.Where(h => h.Role.Permissions.Contains(permission)).ToList();
        return holding.Any(h => h.SiteKey is null)
            ? null
            : holding.Select(h => h.SiteKey!).ToHashSet(StringComparer.Ordinal); // the nulls have just been ruled out
    }

    /// <summary>
    /// The fields of a case that may be read at its site. A field the case type does not declare counts as
    /// <see cref="Sensitivity.Protected"/>: nobody has said who may see it.
    /// </summary>
    public JsonObject Readable(CaseType type, JsonObject data, string? siteKey)
    {
        var readable = new JsonObject();
        foreach (var (name, value) in data)
        {
            var sensitivity = type.Fields.FirstOrDefault(f => f.Key == name)?.Sensitivity ?? Sensitivity.Protected;
            if (MayRead(sensitivity, siteKey))
                readable[name] = value?.DeepClone();
        }

        return readable;
    }

    // Work that belongs to no site can be done wherever the role is held.
    private static bool Reaches(string? granted, string? asked) => granted is null || asked is null || granted == asked;
}
