using WorkflowHost.Data;

namespace WorkflowHost.Features.Workflows.Definitions;

/// <summary>What became of a definition: the version concerned, or why nothing was changed.</summary>
public sealed record DefinitionChange(StoredDefinition? Version, IReadOnlyList<string> Problems)
{
    public static DefinitionChange Missing { get; } = new(null, []);

    /// <summary>There was nothing to do: published already, or not published.</summary>
    public bool WasAlreadySo { get; init; }

    /// <summary>Somebody else saved in between; nothing was overwritten.</summary>
    public bool IsStale { get; init; }

    /// <summary>How many workflows that use this one were led to its new version.</summary>
    public int ConsumersLed { get; init; }

    /// <summary>Ids of steps whose outcomes were taken from their form: Studio draws them only when it reads the process anew.</summary>
    public IReadOnlyList<string> OutcomesTaken { get; init; } = [];

    /// <summary>What was published although somebody should look at it, in words.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    public bool IsMissing => Version is null && Problems.Count == 0;

    public static DefinitionChange Refused(string reason) => new(null, [reason]);

    public static DefinitionChange Stale(string reason) => new(null, [reason]) { IsStale = true };
}
