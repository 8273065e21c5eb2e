namespace WorkflowHost.Engine.Versions;

/// <summary>Why an instance cannot go on in another version as it stands.</summary>
/// <param name="Code">One of the constants here.</param>
/// <param name="ActivityId">The step of the old version, or of the new one when it is about what comes.</param>
/// <param name="Step">Its display name, or its id.</param>
public sealed record MoveProblem(string Code, string ActivityId, string Step)
{
    /// <summary>The step at which it stands is not in the new version.</summary>
    public const string StepVanished = "step.vanished";

    /// <summary>The step is there, but is another kind of activity.</summary>
    public const string StepOfOtherKind = "step.kind";

    /// <summary>The step is there, but inside another container.</summary>
    public const string StepElsewhere = "step.elsewhere";

    /// <summary>Two steps at which it stands became one.</summary>
    public const string StepsMerged = "step.merged";

    /// <summary>A step that is done comes once more after where it stands, which it did not before.</summary>
    public const string StepRepeated = "step.repeated";

    /// <summary>A branch is already at a join that no longer waits for it.</summary>
    public const string BranchLost = "branch.lost";

    /// <summary>A join would wait for a branch that has already gone by.</summary>
    public const string JoinStuck = "join.stuck";

    /// <summary>A container that keeps its place in a way that cannot be carried over was changed.</summary>
    public const string ContainerChanged = "container.changed";

    internal static MoveProblem About(string code, ActivityNode node) => new(code, node.Id, node.Name ?? node.Id);
}
