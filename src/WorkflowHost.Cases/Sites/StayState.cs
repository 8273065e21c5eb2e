namespace WorkflowHost.Cases.Sites;

/// <summary>Life of a stay; reserved and occupied ones hold a place.</summary>
public enum StayState
{
    /// <summary>Waiting for a place.</summary>
    Requested,

    /// <summary>A place is kept.</summary>
    Reserved,

    /// <summary>The person sleeps there.</summary>
    Occupied,

    /// <summary>The place is free again.</summary>
    Left,
}
