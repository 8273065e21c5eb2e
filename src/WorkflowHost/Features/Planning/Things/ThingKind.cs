using System.Text.Json.Nodes;

namespace WorkflowHost.Features.Planning.Things;

/// <summary>A list of plan.json whose things have pages of their own.</summary>
/// <param name="Section">Last part of the address.</param>
/// <param name="List">Name of the list in plan.json.</param>
/// <param name="Use">What where-used looks for.</param>
/// <param name="Fields">View with the fields of one thing.</param>
/// <param name="IsOrdered">Whether the order means something and can be changed.</param>
/// <param name="Put">Puts what was entered into a thing.</param>
public sealed record ThingKind(string Section, string List, UseKind Use, string Fields, bool IsOrdered, Action<PlanForm, JsonObject> Put)
{
    public string Address => "/designer/plan/" + Section;

    /// <summary>Key of the title; with <c>.lead</c>, <c>.new</c> what else is said of the list.</summary>
    public string Text => "plan." + List;

    public static IReadOnlyList<ThingKind> All { get; } =
    [
        new("roles", "roles", UseKind.Role, "_Role", false, ThingForms.Role),
        new("case-types", "caseTypes", UseKind.CaseType, "_CaseType", false, ThingForms.CaseType),
        new("link-kinds", "linkKinds", UseKind.LinkKind, "_LinkKind", false, ThingForms.LinkKind),
        new("fact-types", "factTypes", UseKind.FactType, "_FactType", false, ThingForms.FactType),
        new("partners", "partners", UseKind.Partner, "_Partner", false, ThingForms.Partner),
        new("indicators", "indicators", UseKind.Indicator, "_Indicator", true, ThingForms.Indicator),
    ];

    public static ThingKind? Find(string section) => All.FirstOrDefault(kind => kind.Section == section);
}
