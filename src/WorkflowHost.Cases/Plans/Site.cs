using System.Text.Json.Nodes;
using WorkflowHost.Cases.Sites;

namespace WorkflowHost.Cases.Plans;

/// <summary>A site as the plan describes it; what it is like today is its <see cref="SiteRecord"/> and its pools.</summary>
public sealed record Site
{
    /// <summary>Key, as cases and tasks name it.</summary>
    public required string Key { get; init; }

    /// <summary>Name on screens.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>State a new installation begins with.</summary>
    public SiteState State { get; init; }

    /// <summary>Street address, or null.</summary>
    public string? Address { get; init; }

    /// <summary>Places per segment key; publishing another number than the plan before resizes the pool that exists.</summary>
    public required IReadOnlyDictionary<string, int> Capacity { get; init; }

    /// <summary>Values of the plan's <see cref="Plan.SiteFeatures"/>: yes/no, a number or a text.</summary>
    public IReadOnlyDictionary<string, JsonValue> Features { get; init; } = new Dictionary<string, JsonValue>();

    /// <summary>What the site has, by key of the plan's <see cref="Plan.CapacityLimits"/>, in the limit's unit.</summary>
    public IReadOnlyDictionary<string, decimal> Figures { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Ratios of this site that differ from the plan's general ones, by key of the limit.</summary>
    public IReadOnlyDictionary<string, decimal> Ratios { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Why more places are offered than the figures carry; empty when nobody said.</summary>
    public LocalizedText OverCapacityReason { get; init; } = new(new Dictionary<string, string>());

    /// <summary>All places together.</summary>
    public int Places => Capacity.Values.Sum();

    /// <summary>The value of a feature, or null.</summary>
    public JsonNode? Feature(string key) => Features.GetValueOrDefault(key);
}
