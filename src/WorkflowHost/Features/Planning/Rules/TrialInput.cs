namespace WorkflowHost.Features.Planning.Rules;

/// <summary>A made-up family as its form sends it: values by field.</summary>
public sealed class TrialInput
{
    public List<Dictionary<string, string?>> People { get; set; } = [];

    public Dictionary<string, string?> Household { get; set; } = [];

    /// <summary>Whether all sites are taken to be open and empty; otherwise they are as they are now.</summary>
    public bool AllOpen { get; set; }
}
