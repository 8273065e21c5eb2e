namespace WorkflowHost.Data;

/// <summary>How a migration ended for one instance.</summary>
public enum MigrationResult
{
    Moved,

    /// <summary>Stayed in its version; the reasons say why.</summary>
    Left,

    /// <summary>Moved and taken back.</summary>
    TakenBack,

    /// <summary>Moved, and had gone on when the others were taken back.</summary>
    WentOn,
}
