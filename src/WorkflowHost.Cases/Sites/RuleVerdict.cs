namespace WorkflowHost.Cases.Sites;

/// <summary>What one row of the assignment table had to say about one group.</summary>
public enum RuleVerdict
{
    /// <summary>Its conditions do not hold.</summary>
    DoesNotHold,

    /// <summary>It placed the group.</summary>
    Placed,

    /// <summary>It holds, but none of its sites is open and has room for the whole group.</summary>
    NoRoom,

    /// <summary>It holds, but every place with room is barred by another row.</summary>
    Barred,

    /// <summary>It holds and bars or ranks places.</summary>
    Applies,

    /// <summary>An earlier row had decided.</summary>
    NotReached,
}
