using WorkflowHost.Cases.Assignment;

namespace WorkflowHost.Cases.Plans;

/// <summary>
/// One row of the ordered table that decides where people sleep. From the top, the first <see cref="RuleKind.Place"/> row
/// that holds and has room decides; one that holds and is <see cref="Final"/> ends the search when it has no room (not when
/// the room it has is barred: then others may decide).
/// <see cref="RuleKind.Only"/> and <see cref="RuleKind.Never"/> rows bar places wherever they stand, and bind a person's
/// choice too; <see cref="RuleKind.Prefer"/> rows only rank the sites of the row that decides.
/// </summary>
public sealed record AssignmentRule
{
    /// <summary>Key, written into the audit trail.</summary>
    public required string Key { get; init; }

    /// <summary>Name on screens.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What it does. Default: it places.</summary>
    public RuleKind Kind { get; init; }

    /// <summary>Conditions, all of which must hold; none holds always.</summary>
    public IReadOnlyList<RuleCondition> Conditions { get; init; } = [];

    /// <summary>
    /// The advanced way: a JavaScript expression that must hold as well, over <c>people</c> (data of each occupant),
    /// <c>person</c> (the first of them), <c>size</c>, <c>household</c> (data of the case the place is for, or <c>{}</c>) and
    /// <c>sites</c> (<c>[{key, state, free: {segment: n}}]</c>). Null asks nothing. A row with one cannot be analysed.
    /// </summary>
    public string? When { get; init; }

    /// <summary>Segments: of a placing row exactly one, which the people get; of the others those meant, none meaning all.</summary>
    public required IReadOnlyList<string> Segments { get; init; }

    /// <summary>The segment of a placing row; empty for the others.</summary>
    public string Segment => Kind == RuleKind.Place && Segments.Count > 0 ? Segments[0] : "";

    /// <summary>Site keys in order of preference; empty means all, the people's own first, then the plan's order.</summary>
    public required IReadOnlyList<string> Sites { get; init; }

    /// <summary>What a site's features must be like for it to be one of this row's.</summary>
    public IReadOnlyList<FieldTest> SiteNeeds { get; init; } = [];

    /// <summary>Places that must stay free after a placing row gave its own. Default 0.</summary>
    public int KeepFree { get; init; }

    /// <summary>Points a preferring row gives its sites; below zero they are avoided. Default 1.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>What people are told when this rule decided.</summary>
    public required LocalizedText Reason { get; init; }

    /// <summary>True: when a placing row holds and has no room, later rows are not tried. Default false.</summary>
    public bool Final { get; init; }

    /// <summary>Whether the row means that site of the plan.</summary>
    public bool Means(Site site) =>
        (Sites.Count == 0 || Sites.Contains(site.Key)) && SiteNeeds.All(need => need.Holds(site.Feature(need.Field)));

    /// <summary>Whether the row means places of that segment.</summary>
    public bool Means(string segment) => Segments.Count == 0 || Segments.Contains(segment);
}
