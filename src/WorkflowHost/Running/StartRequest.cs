using System.Text.Json.Nodes;
using WorkflowHost.Engine;

namespace WorkflowHost.Running;

/// <summary>Which workflow to start, with what.</summary>
public sealed record StartRequest
{
    /// <summary>Starts the published version of this definition, unless <see cref="VersionId"/> is given.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Starts exactly this version, published or not.</summary>
    public string? VersionId { get; init; }

    public JsonObject? Input { get; init; }

    public string? CorrelationId { get; init; }

    public string? Name { get; init; }

    /// <summary>Starts at this trigger; null starts where the definition says.</summary>
    public string? TriggerActivityId { get; init; }

    /// <summary>The request that starts it at an HTTP endpoint.</summary>
    public WorkflowHttpRequest? Http { get; init; }

    /// <summary>Id the instance gets, 16 hex digits; an instance that exists is not started again. Null makes a new one.</summary>
    public string? InstanceId { get; init; }
}
