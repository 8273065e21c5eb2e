namespace WorkflowHost.Features.Planning;

/// <summary>One page of the plan.</summary>
/// <param name="Address">Of the page.</param>
/// <param name="Title">Key of its title; <c>Title + ".lead"</c> says what it is for.</param>
/// <param name="Icon">A Bootstrap icon.</param>
/// <param name="Lists">Lists of plan.json that the page changes: their mistakes are counted on it. Empty when it keeps files of its own.</param>
public sealed record PlanSection(string Address, string Title, string Icon, params IReadOnlyList<string> Lists)
{
    /// <summary>In the order of the bar.</summary>
    public static IReadOnlyList<PlanSection> All { get; } =
    [
        new("/designer/plan/roles", "plan.roles", "person-badge", "roles"),
        new("/designer/plan/case-types", "plan.caseTypes", "folder2", "caseTypes", "linkKinds", "factTypes", "events"),
        new("/designer/plan/catalogs", "plan.catalogs", "list-ul"),
        new("/designer/plan/partners", "plan.partners", "building", "partners"),
        new("/designer/plan/indicators", "plan.indicators", "bar-chart", "indicators"),
        new("/designer/plan/deadlines", "plan.deadlines", "alarm", "deadlines"),
        new("/designer/plan/versions", "plan.versions", "clock-history"),
        new("/designer/plan/rules", "rules.title", "list-ol", "assignmentRules"),
        new("/designer/plan/sites", "places.title", "houses", "sites", "segments", "siteFeatures", "capacityLimits"),
    ];
}
