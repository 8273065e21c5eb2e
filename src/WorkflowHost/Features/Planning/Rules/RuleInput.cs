using WorkflowHost.Cases.Assignment;

namespace WorkflowHost.Features.Planning.Rules;

/// <summary>A row of the assignment table as its form sends it.</summary>
public sealed class RuleInput
{
    /// <summary>The draft the person saw.</summary>
    public string? BasedOn { get; set; }

    /// <summary>Key of the row that is edited; null for a new one.</summary>
    public string? Key { get; set; }

    public RuleKind Kind { get; set; }

    /// <summary>By language.</summary>
    public Dictionary<string, string?> Title { get; set; } = [];

    /// <summary>By language.</summary>
    public Dictionary<string, string?> Reason { get; set; } = [];

    public List<ConditionInput> Conditions { get; set; } = [];

    /// <summary>The segment of a placing row.</summary>
    public string? Segment { get; set; }

    /// <summary>The segments of other rows.</summary>
    public List<string> Segments { get; set; } = [];

    /// <summary>In order of preference; empty ones are left out.</summary>
    public List<string?> Sites { get; set; } = [];

    public List<TestInput> Needs { get; set; } = [];

    public int KeepFree { get; set; }

    public int Weight { get; set; } = 1;

    public bool Final { get; set; }

    /// <summary>JavaScript, the advanced way.</summary>
    public string? When { get; set; }
}
