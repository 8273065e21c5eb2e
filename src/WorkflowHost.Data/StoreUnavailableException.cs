namespace WorkflowHost.Data;

/// <summary>
/// The database cannot write now: disk full or broken, file locked by another program, server away. Whether the work is
/// stored is not known when the trouble came during the commit; repeating it with the same key finds out.
/// </summary>
public sealed class StoreUnavailableException : Exception
{
    public StoreUnavailableException()
    {
    }

    public StoreUnavailableException(string message)
        : base(message)
    {
    }

    public StoreUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Only more space will help.</summary>
    public bool IsFull { get; init; }
}
