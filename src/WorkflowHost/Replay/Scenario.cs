using System.Text.Json.Nodes;

namespace WorkflowHost.Replay;

/// <summary>
/// A wave as a file: who comes when, which forms start things, and how staff answer what is asked of them. Everything
/// that belongs to one plan stands here; the simulator that reads it knows none of it. Scripts are JavaScript.
/// </summary>
public sealed record Scenario
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    public required long Seed { get; init; }

    public required string TimeZone { get; init; }

    /// <summary>First and last day of the virtual clock, in the scenario's time zone.</summary>
    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    /// <summary>The size the counts in this file refer to; a run with fewer people scales every count by it.</summary>
    public required int People { get; init; }

    public required int Households { get; init; }

    /// <summary>Weight of each household size, by number of people.</summary>
    public required IReadOnlyDictionary<string, double> HouseholdSizes { get; init; }

    /// <summary>People who have arrived by the end of each day named; in between they spread evenly.</summary>
    public required IReadOnlyList<ArrivalPoint> Arrival { get; init; }

    /// <summary>Lists that scripts draw from, as <c>lists.name</c>.</summary>
    public JsonObject Lists { get; init; } = [];

    /// <summary>Attribute name to script, evaluated in this order; a later one sees the earlier ones.</summary>
    public JsonObject Household { get; init; } = [];

    public JsonObject Person { get; init; } = [];

    public IReadOnlyList<Trait> Traits { get; init; } = [];

    /// <summary>Things that are neither people nor households: donations, employers, centres.</summary>
    public IReadOnlyList<Batch> Batches { get; init; } = [];

    /// <summary>How a case in the database is recognised as one of the people, households or batch items: case type to rule.</summary>
    public IReadOnlyDictionary<string, SubjectRule> Subjects { get; init; } = new Dictionary<string, SubjectRule>();

    /// <summary>
    /// Script over a subject: things done at the same time for subjects of one lane are done one after another, the
    /// others side by side. Null: one lane per subject.
    /// </summary>
    public string? Lane { get; init; }

    public required IReadOnlyList<ScenarioStart> Starts { get; init; }

    /// <summary>When staff answer: what falls outside waits for the next morning.</summary>
    public OfficeHours Hours { get; init; } = new(7, 21);

    /// <summary>By form key: how long an open task waits and what is answered.</summary>
    public required IReadOnlyDictionary<string, FormAnswers> Forms { get; init; }

    /// <summary>What was published about the real wave; printed beside the counted numbers and used for nothing else.</summary>
    public IReadOnlyList<PublishedFigure> Published { get; init; } = [];
}

/// <param name="Total">People since the beginning, this day included.</param>
public sealed record ArrivalPoint(DateOnly Date, int Total);

/// <summary>
/// Chosen for exactly <c>Count × people / reference</c> of those for whom <c>When</c> holds. The chosen carry their
/// number, from 1, under the trait's name; the others 0, which is false.
/// </summary>
public sealed record Trait
{
    public required string Name { get; init; }

    /// <summary><c>person</c> or <c>household</c>.</summary>
    public required string Of { get; init; }

    public required int Count { get; init; }

    public string? When { get; init; }
}

/// <summary>A number of items whose <see cref="BatchShare.Value"/>s add up exactly.</summary>
public sealed record Batch
{
    public required string Name { get; init; }

    public required int Count { get; init; }

    /// <summary>True when the number of items does not follow the number of people.</summary>
    public bool Fixed { get; init; }

    public IReadOnlyList<BatchShare> Shares { get; init; } = [];

    public JsonObject Item { get; init; } = [];

    /// <summary>Items written out one by one, instead of being made by <see cref="Count"/>.</summary>
    public JsonArray? Rows { get; init; }
}

/// <summary>Divides <c>Total</c> over the items of a batch as whole numbers of at least one.</summary>
public sealed record BatchShare(string Name, int Total);

/// <param name="Each"><c>person</c>, <c>household</c> or the name of a batch.</param>
/// <param name="Match">Field of the case to attribute of the subject; all must be equal, and no two subjects may agree in all.</param>
public sealed record SubjectRule(string Each, IReadOnlyDictionary<string, string> Match);

/// <summary>A form that somebody fills on their own accord.</summary>
public sealed record ScenarioStart
{
    public required string Form { get; init; }

    /// <summary><c>person</c>, <c>household</c>, the name of a batch, or <c>once</c>.</summary>
    public required string Each { get; init; }

    /// <summary>Script for the moment: an ISO date or date-time in the scenario's zone.</summary>
    public required string At { get; init; }

    public string? When { get; init; }

    public required string Role { get; init; }

    /// <summary>Script for the site the person who fills the form works at.</summary>
    public string? Site { get; init; }
}

/// <summary>How one form is answered.</summary>
public sealed record FormAnswers
{
    /// <summary>Script: hours between the task being opened and its answer. Not used for forms that start something.</summary>
    public string DelayHours { get; init; } = "1";

    /// <summary>Component key to script; the value <c>undefined</c> leaves the component out.</summary>
    public required JsonObject Data { get; init; }
}

/// <summary>One row of the published table.</summary>
public sealed record PublishedFigure(string Indicator, int Value);

/// <param name="From">First hour of the day, from 0.</param>
/// <param name="To">Hour after which nobody answers.</param>
public sealed record OfficeHours(int From, int To);
