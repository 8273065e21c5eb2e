namespace WorkflowHost.Engine;

/// <summary>A definition cannot be imported at all. The message is for the person who imports it.</summary>
public sealed class WorkflowDefinitionException : Exception
{
    /// <summary>For serialisers; says nothing.</summary>
    public WorkflowDefinitionException()
    {
    }

    /// <summary>With a reason.</summary>
    public WorkflowDefinitionException(string message)
        : base(message)
    {
    }

    /// <summary>With a reason and its cause.</summary>
    public WorkflowDefinitionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
