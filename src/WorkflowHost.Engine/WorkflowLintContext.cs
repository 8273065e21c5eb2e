namespace WorkflowHost.Engine;

/// <summary>What the host knows that a definition may refer to. A null set is not checked.</summary>
public sealed record WorkflowLintContext
{
    /// <summary>Known activity types.</summary>
    public required ActivityRegistry Registry { get; init; }

    /// <summary>Keys of forms.</summary>
    public IReadOnlySet<string>? Forms { get; init; }

    /// <summary>Keys of roles.</summary>
    public IReadOnlySet<string>? Roles { get; init; }

    /// <summary>Keys of sites.</summary>
    public IReadOnlySet<string>? Sites { get; init; }

    /// <summary>Names of event types the host may send.</summary>
    public IReadOnlySet<string>? Events { get; init; }

    /// <summary>Ids of definitions that can be dispatched.</summary>
    public IReadOnlySet<string>? Definitions { get; init; }

    /// <summary>The time against which fixed times are checked; null = they are not checked.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>The host's own rules, for its own activity types.</summary>
    public IReadOnlyList<Func<CompiledWorkflow, IEnumerable<WorkflowProblem>>> Rules { get; init; } = [];
}

/// <summary>A mistake found in a definition.</summary>
/// <param name="Path">Node id of the activity, or a member such as <c>variables/Caso</c>.</param>
/// <param name="Code">Stable, kebab-case.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="IsError">False for advice.</param>
public sealed record WorkflowProblem(string Path, string Code, string Message, string Remedy, bool IsError = true);
