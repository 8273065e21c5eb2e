using System.Text.Json.Nodes;
using WorkflowHost.Cases.Access;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;

namespace WorkflowHost.Features.Shared.Staff;

/// <summary>What of the content this person may put in force, whichever way it comes.</summary>
public sealed class PublishingRights(CurrentStaff staff)
{
    /// <summary>Why the person may not publish a file of that kind, as the key of a text; null when they may.</summary>
    /// <param name="rolesBarred">What <see cref="BarsRoles"/> says of the plan.</param>
    public string? Bar(ContentKind kind, bool rolesBarred) => kind switch
    {
        ContentKind.Plan when !staff.May(Permissions.DesignPlan) => "publish.bar.plan",
        ContentKind.Plan when rolesBarred => "publish.bar.roles",
        ContentKind.Catalog when !staff.May(Permissions.DesignPlan) => "publish.bar.plan",
        ContentKind.Plan or ContentKind.Catalog => null,
        ContentKind.Workflow or ContentKind.Fragment => staff.May(Permissions.DesignWorkflows) ? null : "publish.bar.workflows",
        _ => staff.May(Permissions.DesignForms) ? null : "publish.bar.forms",
    };

    /// <summary>Whether the roles of another plan keep this person from publishing it: who may not grant roles may not widen them either, and nobody widens their own.</summary>
    public bool BarsRoles(string? before, string? after) =>
        RolesChange(before, after) && (!staff.May(Permissions.ManageUsers) || AccessGrowth.Grows(before!, after!, staff.Grants)); // both are there when roles differ

    private static bool RolesChange(string? before, string? after) =>
        before is not null && after is not null && !JsonNode.DeepEquals(RolesOf(before), RolesOf(after));

    // What is no plan at all is refused by its check.
    private static JsonNode? RolesOf(string plan) => ContentJson.Read(plan) is JsonObject read ? read["roles"] : null;
}
