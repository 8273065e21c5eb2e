using WorkflowHost.Cases.Sites;

namespace WorkflowHost.Features.Planning.Places;

/// <summary>A site of the plan as its form sends it; numbers stay texts so that what was typed wrongly can be shown again.</summary>
public sealed class SiteInput
{
    /// <summary>The draft the person saw.</summary>
    public string? BasedOn { get; set; }

    /// <summary>Key of the site that is edited; null for a new one.</summary>
    public string? Key { get; set; }

    public Dictionary<string, string?> Title { get; set; } = [];

    public string? Address { get; set; }

    public SiteState State { get; set; }

    /// <summary>Places by segment.</summary>
    public Dictionary<string, string?> Capacity { get; set; } = [];

    public Dictionary<string, string?> Features { get; set; } = [];

    public Dictionary<string, string?> Figures { get; set; } = [];

    public Dictionary<string, string?> Ratios { get; set; } = [];

    public Dictionary<string, string?> OverCapacityReason { get; set; } = [];
}
