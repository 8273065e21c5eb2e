using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Sites;

/// <summary>One limit at one site.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Figure">What the site has, or null.</param>
/// <param name="Ratio">The ratio that counts here.</param>
/// <param name="OwnRatio">Whether the site overrides the general ratio.</param>
/// <param name="People">People it carries, rounded down; null without a figure.</param>
public sealed record LimitLine(CapacityLimit Limit, decimal? Figure, decimal Ratio, bool OwnRatio, int? People);
