using WorkflowHost.Cases;

namespace WorkflowHost.Data;

/// <summary>A stimulus that met nobody and is kept for who starts to wait for it (elsa-semantics 3.3).</summary>
public sealed class QueuedStimulus
{
    public Guid Id { get; init; } = OrderedId.Next();

    /// <summary>What came, for people: the name of an event, the id of a task.</summary>
    public required string Name { get; init; }

    public required string Hash { get; init; }

    /// <summary>Only instances with this id; null any.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Only this instance; null any.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Input of the resume, JSON.</summary>
    public required string InputJson { get; init; }

    public DateTimeOffset At { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }

    public StimulusState State { get; set; }
}
