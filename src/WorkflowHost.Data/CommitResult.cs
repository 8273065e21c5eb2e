namespace WorkflowHost.Data;

/// <summary>How a unit of work ended. Everything but <see cref="Committed"/> left nothing behind.</summary>
public enum CommitResult
{
    /// <summary>Everything is on disk.</summary>
    Committed,

    /// <summary>Something it is based on has changed meanwhile: run it again.</summary>
    Stale,

    /// <summary>A submission with this idempotency key (or a webhook with this message id) is already stored.</summary>
    Duplicate,

    /// <summary>Somebody else took the places meanwhile: run it again, another site may be chosen.</summary>
    NoCapacity,

    /// <summary>The store has more work waiting than it may hold: answer 503 and let the caller come back.</summary>
    Busy,
}
