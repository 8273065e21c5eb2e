using WorkflowHost.Cases.Assignment;

namespace WorkflowHost.Features.Planning.Rules;

/// <summary>A family tried on the table, or many.</summary>
/// <param name="Input">What stands in the form.</param>
/// <param name="PeopleFields">What the rows ask about people.</param>
/// <param name="HouseholdFields">What the rows ask about the household.</param>
public sealed record TrialPage(TrialInput Input, IReadOnlyList<RuleField> PeopleFields, IReadOnlyList<RuleField> HouseholdFields)
{
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Catalogs { get; init; }

    /// <summary>What the published table says; null before anything was tried.</summary>
    public TrialAnswer? Before { get; init; }

    /// <summary>What the draft says.</summary>
    public TrialAnswer? After { get; init; }

    /// <summary>What became of many random families; null when one was tried.</summary>
    public TrialCounts? Counts { get; init; }

    /// <summary>A script of the draft failed: its message.</summary>
    public string? Failure { get; init; }
}

/// <param name="Place">Where, or null.</param>
/// <param name="Rule">Title of the row that decided or refused, or null.</param>
/// <param name="Reason">What the family would be told.</param>
/// <param name="Steps">Row by row: title and what it said (key of a text).</param>
public sealed record TrialAnswer(string? Place, string? Rule, string Reason, IReadOnlyList<(string Title, string Verdict)> Steps);

/// <param name="Families">How many were tried.</param>
/// <param name="Changed">How many the draft decides otherwise.</param>
/// <param name="Rows">By row: how many before and after.</param>
/// <param name="Examples">Some of those that change.</param>
public sealed record TrialCounts(
    int Families, int Changed, IReadOnlyList<(string Title, int Before, int After)> Rows, IReadOnlyList<TrialExample> Examples);

public sealed record TrialExample(string Family, string Before, string After);
