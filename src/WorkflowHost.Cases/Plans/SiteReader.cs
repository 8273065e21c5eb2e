using WorkflowHost.Cases.Sites;

namespace WorkflowHost.Cases.Plans;

/// <summary>Sites, their features and what limits them, from plan.json.</summary>
internal static class SiteReader
{
    public static Site Read(PlanNode n) => new()
    {
        Key = n.Required("key"),
        Title = n.Localized("title"),
        State = n.Word("state", SiteState.Planned),
        Address = n.Optional("address"),
        Capacity = n.Counts("capacity"),
        Features = n.Values("features"),
        Figures = n.Numbers("figures"),
        Ratios = n.Numbers("ratios"),
        OverCapacityReason = n.Localized("overCapacityReason", required: false),
    };

    public static SiteFeature ReadFeature(PlanNode n) => new(
        n.Required("key"), n.Localized("title"), n.Word("type", CaseFieldKind.Boolean), n.Optional("unit"));

    public static CapacityLimit ReadLimit(PlanNode n) => new(
        n.Required("key"), n.Localized("title"), n.Optional("unit"), n.Word("measure", LimitMeasure.PerPerson), n.Ratio("ratio"));
}
