namespace WorkflowHost.Engine;

/// <summary>What a <see cref="WorkflowChange"/> tells of.</summary>
public enum WorkflowChangeKind
{
    /// <summary>A step, variable, input, output or outcome that was not there.</summary>
    Added,

    /// <summary>One that is gone.</summary>
    Removed,

    /// <summary>A step in another container, or at another place of a sequence.</summary>
    Moved,

    /// <summary>A property of a step, or of the workflow, that has another value.</summary>
    Changed,

    /// <summary>An arrow between two steps that was not there.</summary>
    Connected,

    /// <summary>An arrow that is gone while both of its steps remain.</summary>
    Disconnected,
}
