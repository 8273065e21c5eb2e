namespace WorkflowHost.Running.Versions;

/// <summary>What a migration would mean for one instance.</summary>
public enum MigrationVerdict
{
    /// <summary>Goes on in the new version at the step where it is.</summary>
    Stays,

    /// <summary>Goes on in the new version at a step of another name.</summary>
    Moves,

    /// <summary>Cannot go by itself; the reasons say why.</summary>
    NeedsPerson,

    /// <summary>A task or an answer would be lost.</summary>
    WouldLose,
}
