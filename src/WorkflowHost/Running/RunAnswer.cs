using WorkflowHost.Engine;

namespace WorkflowHost.Running;

/// <summary>What became of a command to a workflow. Done is durable when it is returned.</summary>
public abstract record RunAnswer
{
    private RunAnswer()
    {
    }

    /// <param name="HttpResponse">What a workflow that received a request answered; null when it answered nothing.</param>
    /// <param name="HasIncidents">Whether this burst met errors.</param>
    public sealed record Done(
        string InstanceId,
        WorkflowStatus Status,
        WorkflowSubStatus SubStatus,
        WorkflowHttpResponse? HttpResponse,
        bool HasIncidents) : RunAnswer;

    /// <summary>The stimulus met nothing: the bookmark is gone, or the instance has finished.</summary>
    public sealed record NothingToDo : RunAnswer;

    /// <summary>No such definition or instance.</summary>
    public sealed record NotFound : RunAnswer;

    /// <summary>The activation strategy of the definition forbids another instance now.</summary>
    public sealed record CannotStart : RunAnswer;

    /// <summary>Somebody else changed the instance at the same time, twice.</summary>
    public sealed record Conflict : RunAnswer;
}
