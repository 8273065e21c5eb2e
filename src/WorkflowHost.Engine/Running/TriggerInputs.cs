using System.Text.Json.Nodes;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Running;

/// <summary>Inputs of a trigger before any instance exists: evaluated in an empty instance of the workflow.</summary>
internal sealed class TriggerInputs(ActivityNode node, CompiledWorkflow workflow, DateTimeOffset now)
{
    private readonly ActivityContext _context = new(Burst.ForTriggers(workflow, now), node, null, "");

    public string? Text(string name) => ClrValues.ToText(_context.Get(name));

    public JsonNode? Node(string name) => _context.InputNode(name);
}
