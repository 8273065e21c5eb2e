using System.Text.Json.Nodes;
using WorkflowHost.Engine.Running;

namespace WorkflowHost.Engine;

/// <summary>What an activity type sees when its trigger is indexed: the inputs, evaluated without instance, variables or input.</summary>
public sealed class TriggerContext
{
    private readonly TriggerInputs _inputs;

    internal TriggerContext(ActivityNode node, CompiledWorkflow workflow, DateTimeOffset now)
    {
        _inputs = new TriggerInputs(node, workflow, now);
        ActivityId = node.Id;
        Now = now;
    }

    /// <summary>Id of the trigger activity.</summary>
    public string ActivityId { get; }

    /// <summary>Time of publication.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Input as text, or null.</summary>
    public string? Text(string name) => _inputs.Text(name);

    /// <summary>Input as JSON, or null.</summary>
    public JsonNode? Node(string name) => _inputs.Node(name);
}
