namespace WorkflowHost.Replay;

/// <summary>The scenario file asks for something that cannot be had; the message names the place in the file.</summary>
public sealed class ScenarioException : Exception
{
    public ScenarioException()
    {
    }

    public ScenarioException(string message)
        : base(message)
    {
    }

    public ScenarioException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
