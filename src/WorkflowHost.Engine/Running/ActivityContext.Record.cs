using System.Text.Json.Nodes;
using WorkflowHost.Engine.Definitions;
using WorkflowHost.Engine.Expressions;
using WorkflowHost.Engine.Flowcharts;
using WorkflowHost.Engine.Running;
using WorkflowHost.Engine.Values;

// The engine's side of the record; the namespace is that of the public half.
#pragma warning disable IDE0130
namespace WorkflowHost.Engine;
#pragma warning restore IDE0130

public sealed partial class ActivityContext
{
    private object?[]? _inputs;

    internal Burst Burst { get; }

    internal ActivityNode Node { get; }

    internal ActivityContext? Parent { get; }

    internal List<ActivityContext> Children { get; } = [];

    internal ActivityStatus Status { get; set; }

    internal DateTimeOffset StartedAt { get; set; }

    internal DateTimeOffset? CompletedAt { get; set; }

    internal int FaultCount { get; set; }

    internal IncidentException? Error { get; set; }

    internal JsonObject? PropertyBag { get; set; }

    internal JsonObject? Journal { get; set; }

    internal List<VariableSlot>? Slots { get; set; }

    internal FlowchartState? Flow { get; set; }

    /// <summary>Position of a sequence or loop, or open children of a parallel; its type knows which.</summary>
    internal int Counter { get; set; }

    internal bool HasCounter { get; set; }

    internal bool IsBreaking { get; set; }

    /// <summary>The parent wants to hear of the completion.</summary>
    internal bool CallbackPending { get; set; }

    /// <summary>Given by the parent when it scheduled this record, for example an item's index.</summary>
    internal int Tag { get; set; }

    /// <summary>Scheduled over a backward connection; lost by a wait, as in Elsa.</summary>
    internal bool ViaBackwardConnection { get; set; }

    /// <summary>Outcomes a Complete gave to the composite; its owner passes them on.</summary>
    internal IReadOnlyList<string>? CompositeOutcomes { get; set; }

    internal bool CreatedBookmark { get; set; }

    internal bool InputsEvaluated { get; set; }

    internal bool Touched { get; set; }

    internal string? ScheduledById { get; set; }

    internal string? ScheduledByActivityId { get; set; }

    internal int Depth { get; set; }

    internal List<KeyValuePair<string, object?>>? Outputs { get; private set; }

    internal bool IsOpen => Status is not (ActivityStatus.Completed or ActivityStatus.Canceled);

    /// <summary>Records that hold variables of their own, where scripts create new ones.</summary>
    internal bool IsVariableContainer => Node.IsVariableContainer;

    internal object? Get(string name)
    {
        var index = Node.IndexOfInput(name);
        if (index < 0)
            return null;
        if (Node.Inputs[index].Descriptor.AutoEvaluate && _inputs is not null)
            return _inputs[index];
        return EvaluateInput(Node.Inputs[index]);
    }

    internal void EvaluateInputs()
    {
        InputsEvaluated = true;
        if (Node.Inputs.Length == 0)
            return;
        _inputs ??= new object?[Node.Inputs.Length];
        for (var index = 0; index < _inputs.Length; index++)
        {
            var input = Node.Inputs[index];
            if (input.Descriptor.AutoEvaluate)
                _inputs[index] = EvaluateInput(input);
        }
    }

    internal object? EvaluateInput(InputBinding input)
    {
        try
        {
            return input.Evaluate(this);
        }
        catch (ActivityFaultException cause)
        {
            throw new InputEvaluationException(input.Descriptor.Name, cause);
        }
    }

    internal object? InputValue(int index) => _inputs?[index];

    internal void Set(string name, object? value)
    {
        Outputs ??= [];
        Outputs.RemoveAll(output => output.Key == name);
        Outputs.Add(new(name, value));
        Burst.RecordOutput(this, name, value);
        if (Node.FindOutput(name) is { } binding)
            SetBound(binding, value);
    }

    private void SetBound(OutputBinding binding, object? value)
    {
        if (binding.Converter is { } id)
            value = (OutputConverters.Find(id)
                ?? throw new ActivityFaultException("OutputConversion", $"Unknown output converter '{id}'."))(value, Burst.Conversion);
        var variable = FindVariableById(binding.TargetId);
        if (variable is not null)
            variable.Value = value;
        else if (Burst.Workflow.Definition.Outputs.Any(output => output.Name == binding.TargetId))
            Burst.Output[binding.TargetId] = ClrValues.ToNode(value);
        else
            Burst.LooseMemory[binding.TargetId] = value;
    }

    /// <summary>
    /// Input of the run by name: of the burst, kept from the start, or of the nearest workflow used as an activity around this one.
    /// Such an activity's own inputs are given by its parent and read the parent's.
    /// </summary>
    internal object? WorkflowInput(string name)
    {
        for (var scope = Parent; scope is not null; scope = scope.Parent)
            if (scope.Node.Type is Activities.WorkflowAsActivity)
                return scope.OwnVariable(name)?.Value;
        return ClrValues.FromNode(Burst.InputJson[name] ?? Burst.KeptInput[name]);
    }

    internal VariableSlot? FindVariable(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
            if (scope.OwnVariable(name) is { } slot)
                return slot;
        return null;
    }

    internal VariableSlot? OwnVariable(string name)
    {
        if (Slots is not null)
            foreach (var slot in Slots)
                if (slot.Name == name)
                    return slot;
        return null;
    }

    internal VariableSlot? FindVariableById(string id)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
            if (scope.Slots is not null)
                foreach (var slot in scope.Slots)
                    if (slot.Id == id)
                        return slot;
        return null;
    }

    internal void SetVariableValue(string name, object? value)
    {
        if (FindVariable(name) is { } slot)
        {
            slot.Value = Burst.Conversion.Convert(value, slot.Type);
            return;
        }
        var container = this;
        while (!container.IsVariableContainer && container.Parent is not null)
            container = container.Parent;
        (container.Slots ??= []).Add(VariableSlot.Dynamic(name, value));
    }

    internal void DeclareDynamic(string name, object? value)
    {
        if (OwnVariable(name) is { } slot)
            slot.Value = value;
        else
            (Slots ??= []).Add(VariableSlot.Dynamic(name, value));
    }

    internal void Declare(IReadOnlyList<VariableDefinition> variables)
    {
        foreach (var variable in variables)
            if (Slots?.Exists(slot => slot.Id == variable.Id) is not true)
                (Slots ??= []).Add(VariableSlot.Declared(variable, Burst.Conversion));
    }
}
