using System.Text.Json.Nodes;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Content;
using WorkflowHost.Features.Shared.Forms;
using WorkflowHost.Trials;

namespace WorkflowHost.Features.Try;

/// <param name="Drafts">Drafts that may be laid over what is published.</param>
/// <param name="Open">Trials this person has open.</param>
public sealed record TryPage(IReadOnlyList<ContentDraft> Drafts, IReadOnlyList<Trial> Open)
{
    /// <summary>Too many trials are open to open another.</summary>
    public bool IsFull { get; init; }

    /// <summary>Paths ticked at first; null ticks all.</summary>
    public string? Only { get; init; }
}

/// <summary>A form to begin with, and the family to fill it for.</summary>
/// <param name="Bases">Kept examples of the form that it accepts: the kinds of families there are.</param>
/// <param name="Sheet">The form, when it is filled by hand.</param>
public sealed record FamilyPage(Trial Trial, PublishedForm Form, IReadOnlyList<FormExample> Bases, IReadOnlyList<SiteChoice> Sites, FamilyChoice Choice, FormSheet? Sheet)
{
    /// <summary>What the generator could not fill, or why the form was refused; empty when it was not asked or could.</summary>
    public IReadOnlyList<string> Trouble { get; init; } = [];
}

/// <param name="Base">Name of the example to begin with; empty leaves all to chance.</param>
/// <param name="People">Rows of the first list; null as the example has.</param>
public sealed record FamilyChoice(string? Base, int? People, long Seed, string? Site);

/// <param name="About">What it is about, or null.</param>
public sealed record TryTaskPage(Trial Trial, HumanTask Task, string Role, string? Site, string? About, FormSheet Sheet);

/// <summary>Everything the room of a trial shows.</summary>
public sealed record RoomPage(Trial Trial)
{
    public IReadOnlyList<StartForm> Starts { get; init; } = [];

    public IReadOnlyList<RoomTask> Tasks { get; init; } = [];

    public IReadOnlyList<RoomLine> Story { get; init; } = [];

    public IReadOnlyList<RoomCase> Cases { get; init; } = [];

    public IReadOnlyList<OutcomePlace> Places { get; init; } = [];

    public IReadOnlyList<(string Title, long Value)> Indicators { get; init; } = [];

    public IReadOnlyList<RoomWorkflow> Workflows { get; init; } = [];

    public IReadOnlyList<(string Workflow, string Activity, string Message)> Incidents { get; init; } = [];

    /// <summary>Events something waits for.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>When the next timer is due; null when nothing waits for time.</summary>
    public DateTimeOffset? NextDue { get; init; }

    public IReadOnlyList<SiteChoice> Sites { get; init; } = [];

    /// <summary>What the last act met: a sentence for the person, or null.</summary>
    public string? Said { get; init; }
}

public sealed record RoomTask(HumanTask Task, string Role, string? Site, string? About);

/// <param name="Kind">Which sentence: the last part of its key.</param>
/// <param name="Words">What the sentence names.</param>
public sealed record RoomLine(DateTimeOffset At, string Kind, IReadOnlyList<string> Words);

public sealed record RoomCase(string Type, string Title, string Folio, string State, JsonObject Data);

/// <param name="Steps">Steps that ran, in order, with how often.</param>
public sealed record RoomWorkflow(string DefinitionId, string Title, int Finished, int Running, int Faulted, IReadOnlyList<(string Step, int Count)> Steps);

/// <param name="Path">Of its file.</param>
/// <param name="Run">How it came out now; null when it was not run.</param>
public sealed record ExampleRow(string Path, CaseExample? Example, ExampleRun? Run);

/// <param name="IsRun">Whether they were lived just now.</param>
public sealed record ExamplesPage(IReadOnlyList<ExampleRow> Rows, bool IsRun, bool WithDrafts);
