using WorkflowHost.Cases.Assignment;
using WorkflowHost.Cases.Deadlines;
using WorkflowHost.Cases.Indicators;
using WorkflowHost.Cases.Tasks;

namespace WorkflowHost.Cases.Plans;

/// <summary>
/// The parsed <c>workflows/plan.json</c>: everything about the work that is content. Immutable; one per published version.
/// </summary>
public sealed class Plan
{
    /// <summary>Key of the plan.</summary>
    public required string Key { get; init; }

    /// <summary>Name on screens.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Zone of the sites; days of facts and stays are days in it.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>Language of staff, two letters.</summary>
    public required string Language { get; init; }

    /// <summary>Roles of staff.</summary>
    public required IReadOnlyList<Role> Roles { get; init; }

    /// <summary>Kinds of places.</summary>
    public required IReadOnlyList<Segment> Segments { get; init; }

    /// <summary>Sites.</summary>
    public required IReadOnlyList<Site> Sites { get; init; }

    /// <summary>What sites may have or be like.</summary>
    public IReadOnlyList<SiteFeature> SiteFeatures { get; init; } = [];

    /// <summary>What limits how many people a site carries, in the order of the table.</summary>
    public IReadOnlyList<CapacityLimit> CapacityLimits { get; init; } = [];

    /// <summary>Kinds of cases.</summary>
    public required IReadOnlyList<CaseType> CaseTypes { get; init; }

    /// <summary>Kinds of links between cases.</summary>
    public required IReadOnlyList<LinkKind> LinkKinds { get; init; }

    /// <summary>Partner agencies.</summary>
    public required IReadOnlyList<Partner> Partners { get; init; }

    /// <summary>Kinds of countable events.</summary>
    public required IReadOnlyList<FactType> FactTypes { get; init; }

    /// <summary>What is reported, in the order of the report.</summary>
    public required IReadOnlyList<IndicatorDefinition> Indicators { get; init; }

    /// <summary>Rules of assignment, first to last.</summary>
    public required IReadOnlyList<AssignmentRule> AssignmentRules { get; init; }

    /// <summary>Which case types the rules ask about.</summary>
    public RuleCases AssignmentCases { get; init; } = new(null, null);

    /// <summary>How long tasks may take, and what happens when they take longer; first to last, the first that fits counts.</summary>
    public required IReadOnlyList<DeadlineRule> Deadlines { get; init; }

    /// <summary>Names of the catalogs that forms and fields use.</summary>
    public required IReadOnlyList<string> Catalogs { get; init; }

    /// <summary>
    /// Catalogs that list what the plan lists, by list: <c>{"sites": "centros", "segments": "segmentos"}</c>. Publishing the
    /// plan brings them, and the forms that offer them, up to date.
    /// </summary>
    public IReadOnlyDictionary<string, string> CatalogsOf { get; init; } = new Dictionary<string, string>();

    /// <summary>Event types that endpoints can subscribe to.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>Who may send webhooks.</summary>
    public required IReadOnlyList<WebhookSource> WebhookSources { get; init; }

    /// <summary>The text it was parsed from, unknown properties included.</summary>
    public required string Json { get; init; }

    /// <summary>Parses a plan. Throws <see cref="PlanFormatException"/> with every mistake; warnings do not throw.</summary>
    public static Plan Parse(string json)
    {
        var problems = new List<PlanProblem>();
        var plan = PlanReader.Read(json, problems);
        if (plan is not null)
            PlanLint.CheckReferences(plan, problems);
        var mistakes = problems.Where(p => !p.IsWarning).ToList();
        return plan is null || mistakes.Count > 0 ? throw new PlanFormatException(mistakes) : plan;
    }

    /// <summary>
    /// Whatever can be understood of a plan that may hold mistakes, for pages that show and analyse a draft; null when the
    /// text is no JSON object. Never run work on it.
    /// </summary>
    public static Plan? ReadDraft(string json) => PlanReader.Read(json, []);

    /// <summary>The case type, or null.</summary>
    public CaseType? FindCaseType(string key) => CaseTypes.FirstOrDefault(t => t.Key == key);

    /// <summary>The site, or null.</summary>
    public Site? FindSite(string key) => Sites.FirstOrDefault(s => s.Key == key);

    /// <summary>The role, or null.</summary>
    public Role? FindRole(string key) => Roles.FirstOrDefault(r => r.Key == key);

    /// <summary>The partner, or null.</summary>
    public Partner? FindPartner(string key) => Partners.FirstOrDefault(p => p.Key == key);

    /// <summary>The segment, or null.</summary>
    public Segment? FindSegment(string key) => Segments.FirstOrDefault(s => s.Key == key);

    /// <summary>The indicator, or null.</summary>
    public IndicatorDefinition? FindIndicator(string key) => Indicators.FirstOrDefault(i => i.Key == key);

    /// <summary>The rule about that task, or null.</summary>
    public DeadlineRule? FindDeadline(HumanTask task) => Deadlines.FirstOrDefault(rule => rule.Fits(task));

    /// <summary>The day it is at the sites at that instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZone).DateTime);
}
