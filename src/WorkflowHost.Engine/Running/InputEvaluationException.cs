namespace WorkflowHost.Engine.Running;

/// <summary>An input could not be evaluated; worded as Elsa words it, with the real error inside.</summary>
internal sealed class InputEvaluationException(string input, ActivityFaultException cause)
    : Exception($"Failed to evaluate activity input '{input}'", cause)
{
    public ActivityFaultException Cause => (ActivityFaultException)InnerException!; // always given
}
