using System.Text.Json.Nodes;

namespace WorkflowHost.Trials;

/// <summary>Many made-up families at once.</summary>
/// <param name="Form">The form each of them begins with.</param>
/// <param name="Site">Where it is filled.</param>
/// <param name="Families">How many.</param>
/// <param name="Days">Over how many days they arrive.</param>
/// <param name="Seed">Another number, other families.</param>
/// <param name="Bases">Answers to begin with, drawn from; empty leaves all to chance.</param>
public sealed record SimulationOrder(string Form, string? Site, int Families, int Days, long Seed, IReadOnlyList<JsonObject> Bases)
{
    /// <summary>More would keep a person waiting for minutes.</summary>
    public const int MostFamilies = 300;
}

/// <summary>What many families came to.</summary>
/// <param name="Families">How many were let in by the first form.</param>
/// <param name="Refused">First forms that were refused or could not be filled.</param>
/// <param name="Answers">Forms answered on the way.</param>
/// <param name="Finished">Instances that ended, and how many of them in error, by workflow.</param>
/// <param name="Waiting">Open tasks at the end, by form and site.</param>
/// <param name="Stops">Where the runs could go no further.</param>
/// <param name="Full">The first day a segment of a site had no place left, by site and segment.</param>
/// <param name="Placed">People who hold a place at the end.</param>
public sealed record SimulationSummary(
    int Families,
    int Refused,
    int Answers,
    IReadOnlyList<(string Workflow, int Finished, int Running, int Faulted)> Finished,
    IReadOnlyList<(string Form, string? Site, int Count)> Waiting,
    IReadOnlyList<TrialStop> Stops,
    IReadOnlyList<(string Site, string Segment, DateOnly Day)> Full,
    int Placed);
