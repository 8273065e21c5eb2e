using System.Text.Json.Nodes;
using WorkflowHost.Cases.Access;
using WorkflowHost.Cases.Audit;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Access.People;

/// <summary>One person: roles, what these add up to, and what was done to the account.</summary>
/// <param name="Roles">Every role that can be given.</param>
/// <param name="IsSelf">Whether the person looks at themselves: then nothing can be given.</param>
/// <param name="InvitedUntil">Until when a link that was not used yet holds, or null.</param>
/// <param name="Link">A fresh one-time address, in this answer only.</param>
/// <param name="Refusal">Key of the text that says why nothing was done, or null.</param>
public sealed record PersonPage(
    StaffMember Person, IReadOnlyList<RoleGrant> Grants, IReadOnlyList<Role> Roles, IReadOnlyList<Site> Sites, StaffRights Rights,
    IReadOnlyList<AuditEntry> Acts, bool IsSelf, DateTimeOffset? InvitedUntil, string? Link, string? Refusal)
{
    /// <summary>Title of a role that was granted; its key when the plan no longer has it.</summary>
    public string RoleTitle(string key, string language) => Roles.FirstOrDefault(role => role.Key == key)?.Title.In(language) ?? key;

    public string SiteTitle(string key, string language) => Sites.FirstOrDefault(site => site.Key == key)?.Title.In(language) ?? key;

    /// <summary>What an act was about: role and site by title.</summary>
    public string About(AuditEntry act, string language)
    {
        if (act.DetailJson is null || JsonNode.Parse(act.DetailJson) is not JsonObject detail)
            return "";
        var words = new List<string>();
        if ((string?)detail["role"] is { } role)
            words.Add(RoleTitle(role, language));
        if ((string?)detail["site"] is { } site)
            words.Add(SiteTitle(site, language));
        return string.Join(", ", words);
    }
}
