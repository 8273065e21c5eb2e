namespace WorkflowHost.Running;

/// <summary>The store has more waiting than it may hold; nothing was stored. Edges answer 503 and "come back".</summary>
public sealed class StoreBusyException : Exception
{
    public StoreBusyException()
        : base("The store is busy; nothing was stored.")
    {
    }

    public StoreBusyException(string message)
        : base(message)
    {
    }

    public StoreBusyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
