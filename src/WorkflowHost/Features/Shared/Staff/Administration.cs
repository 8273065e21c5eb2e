using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Features.Shared.Staff;

/// <summary>
/// The one role that is not content: whoever sets a new installation up must be able to enter before there is a plan.
/// It keeps the house and reads no case; who needs both is granted a role of the plan as well.
/// </summary>
public static class Administration
{
    public const string RoleKey = "administrator";

    public static Role Role { get; } = new()
    {
        Key = RoleKey,
        Title = new LocalizedText(new Dictionary<string, string>
        {
            ["es"] = "Administración", ["en"] = "Administration", ["fr"] = "Administration", ["pt"] = "Administração", ["ht"] = "Administrasyon",
        }),
        Permissions = new HashSet<string>
        {
            Permissions.ReadSites, Permissions.ReadIndicators, Permissions.DesignWorkflows, Permissions.DesignForms,
            Permissions.DesignPlan, Permissions.ManageWebhooks, Permissions.ManageUsers, Permissions.ReadAudit,
        },
        Sensitivities = new HashSet<Sensitivity> { Sensitivity.General },
        AllSites = true,
    };

    /// <summary>The role when that is its key, else null.</summary>
    public static Role? Named(string key) => key == RoleKey ? Role : null;
}
