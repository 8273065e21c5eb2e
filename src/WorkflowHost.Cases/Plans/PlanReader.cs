using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowHost.Cases.Assignment;
using WorkflowHost.Cases.Deadlines;
using WorkflowHost.Cases.Indicators;

namespace WorkflowHost.Cases.Plans;

/// <summary>From the text of plan.json to a <see cref="Plan"/>; answers null only when the text is no JSON object.</summary>
internal static class PlanReader
{
    private static readonly JsonDocumentOptions Lenient =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static Plan? Read(string json, List<PlanProblem> problems)
    {
        JsonObject? root;
        try
        {
            root = JsonNode.Parse(json, documentOptions: Lenient) as JsonObject;
        }
        catch (JsonException e)
        {
            problems.Add(new($"line {e.LineNumber + 1}", "not_json", e.Message));
            return null;
        }

        if (root is null)
        {
            problems.Add(new("", "not_object", "A plan is a JSON object."));
            return null;
        }

        var node = new PlanNode(root, "", problems);
        var plan = Read(node, json);
        node.NoteUnknown();
        return plan;
    }

    private static Plan Read(PlanNode node, string json) => new()
    {
        Key = node.Required("key"),
        Title = node.Localized("title"),
        TimeZone = Zone(node),
        Language = node.Optional("language") ?? "es",
        Roles = node.List("roles", ReadRole),
        Segments = node.List("segments", n => new Segment(n.Required("key"), n.Localized("title"))),
        Sites = node.List("sites", SiteReader.Read),
        SiteFeatures = node.List("siteFeatures", SiteReader.ReadFeature),
        CapacityLimits = node.List("capacityLimits", SiteReader.ReadLimit),
        CaseTypes = node.List("caseTypes", ReadCaseType),
        LinkKinds = node.List("linkKinds", n => new LinkKind(
            n.Required("key"), n.Required("from"), n.Required("to"), n.Localized("title"), n.Texts("roles"))),
        Partners = node.List("partners", n => new Partner(
            n.Required("key"), n.Localized("title"), n.Optional("kind"), n.Texts("services"), n.Optional("contact"), n.Optional("source"))),
        FactTypes = node.List("factTypes", n => new FactType(n.Required("key"), n.Localized("title"))),
        Indicators = node.List("indicators", ReadIndicator),
        AssignmentRules = node.List("assignmentRules", RuleReader.Read),
        AssignmentCases = node.Child("assignmentCases", n => new RuleCases(n.Optional("people"), n.Optional("household")))
            ?? new RuleCases(null, null),
        Deadlines = node.List("deadlines", DeadlineReader.Read),
        Catalogs = node.Texts("catalogs"),
        CatalogsOf = node.Values("catalogsOf").ToDictionary(c => c.Key, c => c.Value.ToString(), StringComparer.Ordinal),
        Events = node.Texts("events"),
        WebhookSources = node.List("webhookSources", n => new WebhookSource(
            n.Required("key"), n.Optional("signature") ?? "standard-webhooks", n.Optional("starts"))),
        Json = json,
    };

    private static TimeZoneInfo Zone(PlanNode node)
    {
        var id = node.Optional("timeZone");
        if (id is null)
            return TimeZoneInfo.Utc;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
            return zone;
        node.Note("timeZone", "unknown_time_zone", $"This machine knows no time zone '{id}'.");
        return TimeZoneInfo.Utc;
    }

    private static Role ReadRole(PlanNode n)
    {
        var sensitivities = n.Texts("sensitivity")
            .Select((text, i) => n.Parse(text, $"{n.PathOf("sensitivity")}[{i}]", Sensitivity.General))
            .ToHashSet();
        return new Role
        {
            Key = n.Required("key"),
            Title = n.Localized("title"),
            Permissions = n.Texts("permissions").ToHashSet(StringComparer.Ordinal),
            Sensitivities = sensitivities,
            AlsoAs = n.Texts("alsoAs"),
            AllSites = n.Flag("allSites"),
        };
    }

    private static CaseType ReadCaseType(PlanNode n)
    {
        var key = n.Required("key");
        var states = n.List("states", s => new CaseState(
            s.Required("key"), s.Localized("title"), !s.Has("open") || s.Flag("open")));
        return new CaseType
        {
            Key = key,
            Title = n.Localized("title"),
            Plural = n.Localized("plural", required: false),
            FolioPrefix = n.Optional("folioPrefix") ?? key[..Math.Min(3, key.Length)].ToUpperInvariant(),
            TitleTemplate = n.Required("titleTemplate"),
            Identity = n.TextLists("identity"),
            Search = n.Texts("search"),
            Lookup = n.Texts("lookup"),
            States = states,
            InitialState = n.Optional("initialState") ?? (states.Count > 0 ? states[0].Key : ""),
            Fields = n.List("fields", f => new CaseField(
                f.Required("key"),
                f.Localized("label"),
                f.Word("type", CaseFieldKind.Text),
                f.Optional("catalog"),
                f.Word("sensitivity", Sensitivity.General))),
        };
    }

    private static IndicatorDefinition ReadIndicator(PlanNode n) => new()
    {
        Key = n.Required("key"),
        Title = n.Localized("title"),
        Description = n.Localized("description", required: false),
        Fact = n.Required("fact"),
        Measure = n.Word("measure", IndicatorMeasure.Count),
        UniqueBy = n.Word("uniqueBy", IndicatorUnique.None),
        Where = n.List("where", test => RuleReader.ReadTest(test, "field")),
        Filter = n.Optional("filter"),
        Since = n.Day("since"),
        Until = n.Day("until"),
        Target = n.Has("target") ? n.Whole("target", 0) : null,
        Evidence = n.Optional("evidence") ?? "case",
    };
}
