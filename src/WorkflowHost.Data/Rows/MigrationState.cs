namespace WorkflowHost.Data;

/// <summary>Life of a migration of instances.</summary>
public enum MigrationState
{
    /// <summary>Instances are being moved.</summary>
    Applying,

    /// <summary>Done; can be taken back within its window.</summary>
    Applied,

    /// <summary>Instances are being taken back.</summary>
    Undoing,

    /// <summary>Taken back as far as instances had not gone on.</summary>
    Undone,

    /// <summary>Done, and the window for taking it back is over.</summary>
    Closed,
}
