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

    /// <summary>Places per segment key that a new installation begins with.</summary>
    public required IReadOnlyDictionary<string, int> Capacity { get; init; }
}
