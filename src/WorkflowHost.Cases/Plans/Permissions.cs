namespace WorkflowHost.Cases.Plans;

/// <summary>The closed vocabulary of what a role may be allowed to do; a plan naming another word is refused.</summary>
public static class Permissions
{
    /// <summary>Open and complete tasks of the role.</summary>
    public const string WorkTasks = "tasks.work";

    /// <summary>Start a workflow by filling a form.</summary>
    public const string StartForms = "forms.start";

    /// <summary>Read cases, as far as the role's sensitivities go.</summary>
    public const string ReadCases = "cases.read";

    /// <summary>See sites, capacity and stays.</summary>
    public const string ReadSites = "sites.read";

    /// <summary>See indicators and the lists behind them.</summary>
    public const string ReadIndicators = "indicators.read";

    /// <summary>Change, publish and run workflows.</summary>
    public const string DesignWorkflows = "design.workflows";

    /// <summary>Change and publish forms.</summary>
    public const string DesignForms = "design.forms";

    /// <summary>Change and publish the rest of the plan: sites, rules, case types, catalogs, indicators, partners.</summary>
    public const string DesignPlan = "design.plan";

    /// <summary>Manage webhook endpoints.</summary>
    public const string ManageWebhooks = "webhooks.manage";

    /// <summary>Manage people and their roles.</summary>
    public const string ManageUsers = "users.manage";

    /// <summary>Read the audit trail.</summary>
    public const string ReadAudit = "audit.read";

    /// <summary>Every word above.</summary>
    public static IReadOnlySet<string> All { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        WorkTasks, StartForms, ReadCases, ReadSites, ReadIndicators,
        DesignWorkflows, DesignForms, DesignPlan, ManageWebhooks, ManageUsers, ReadAudit,
    };
}
