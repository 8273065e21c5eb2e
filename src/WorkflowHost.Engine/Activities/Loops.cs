using System.Text.Json.Nodes;
using WorkflowHost.Engine.Running;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Activities;

/// <summary>What For, ForEach and While share: a break stops here, a Complete below cancels the loop (elsa-semantics 2.9).</summary>
internal abstract class Loop : ActivityType
{
    public sealed override bool CompletesItself => true;

    internal sealed override bool Receive(ActivityContext receiver, Signal signal)
    {
        switch (signal)
        {
            case BreakSignal:
                receiver.IsBreaking = true;
                return true;
            case CompleteCompositeSignal:
                receiver.Burst.Cancel(receiver);
                receiver.Complete();
                return false;
            default:
                return false;
        }
    }
}

/// <summary>Repeats while a condition, asked before each pass, is true.</summary>
internal sealed class While : Loop
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("While", "Looping", "While", "Repeats while the condition is true.") with
        {
            Inputs = [Describe.Input("Condition", "Boolean", "Asked before each pass.") with { AutoEvaluate = false }],
            Ports = [Describe.Embedded("Body")],
        };

    public override void Execute(ActivityContext context) => Next(context);

    internal override void ChildCompleted(ActivityContext owner, ActivityContext child, IReadOnlyList<string>? outcomes) => Next(owner);

    private static void Next(ActivityContext context)
    {
        if (context.IsBreaking || context.Get("Condition") is not true)
            context.Complete();
        else if (context.Node.Child("body") is { } body)
            context.Burst.Schedule(context, body);
        else
            throw new ActivityFaultException("Limit", "A While without a body never ends when its condition is true.");
    }
}

/// <summary>Counts from Start to End. Without a body it never completes, as in Elsa.</summary>
internal sealed class For : Loop
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("For", "Looping", "For", "Counts from a start to an end.") with
        {
            Inputs =
            [
                Describe.Input("Start", "Int32", "The first value."),
                Describe.Input("End", "Int32", "The last value."),
                Describe.Input("Step", "Int32", "The distance; negative counts down."),
                Describe.Input("OuterBoundInclusive", "Boolean", "Whether the end itself is a pass.", "checkbox", true),
            ],
            Outputs = [Describe.Output("CurrentValue", "Object", "The value of the pass.")],
            Ports = [Describe.Embedded("Body")],
        };

    public override void Execute(ActivityContext context)
    {
        if (context.Node.Child("body") is not null)
            Next(context);
    }

    internal override void ChildCompleted(ActivityContext owner, ActivityContext child, IReadOnlyList<string>? outcomes) => Next(owner);

    private static void Next(ActivityContext context)
    {
        var end = Int(context, "End", 0);
        var step = Int(context, "Step", 1);
        var inclusive = context.Get("OuterBoundInclusive") is not false;
        var value = context.HasCounter ? context.Counter + step : Int(context, "Start", 0);
        var goesOn = step >= 0
            ? inclusive ? value <= end : value < end
            : inclusive ? value >= end : value > end;
        if (context.IsBreaking || !goesOn || context.Node.Child("body") is not { } body)
        {
            context.Complete();
            return;
        }
        context.HasCounter = true;
        context.Counter = value;
        context.Burst.Schedule(context, body, variables: [VariableSlot.Dynamic("CurrentValue", value)]);
        context.Set("CurrentValue", value);
    }

    /// <summary>An input that is given but null counts as 0, one that is absent as the default.</summary>
    private static int Int(ActivityContext context, string name, int absent) =>
        context.Get(name) as int? ?? (context.HasInput(name) ? 0 : absent);
}

/// <summary>One pass per item; the items are read again before each pass.</summary>
internal sealed class ForEach : Loop
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("ForEach", "Looping", "For Each", "One pass for each item.") with
        {
            Inputs = [Describe.Input("Items", "List<Object>", "The items.", "dropdown")],
            Outputs = [Describe.Output("CurrentValue", "Object", "The item of the pass.")],
            Ports = [Describe.Embedded("Body")],
        };

    public override void Execute(ActivityContext context) => Next(context);

    internal override void ChildCompleted(ActivityContext owner, ActivityContext child, IReadOnlyList<string>? outcomes) => Next(owner);

    private static void Next(ActivityContext context)
    {
        if (context.IsBreaking)
        {
            context.Complete();
            return;
        }
        var items = Items.List(context)
            ?? throw new ActivityFaultException("ArgumentNullException", "The items of a For Each are null.");
        var index = context.Counter;
        if (index >= items.Count)
        {
            context.Complete();
            return;
        }
        var item = ClrValues.FromNode(items[index]);
        context.HasCounter = true;
        context.Set("CurrentValue", item);
        if (context.Node.Child("body") is { } body)
            context.Burst.Schedule(context, body, variables: Items.Variables(index, item));
        else
            context.Complete();
        context.Counter++;
    }
}

/// <summary>All passes at once, each with its item and index. A break is not its business.</summary>
internal sealed class ParallelForEach : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("ParallelForEach", "Looping", "Parallel for Each", "One pass for each item, all at once.") with
        {
            Inputs = [Describe.Input("Items", "Object", "The items.")],
            Ports = [Describe.Embedded("Body")],
        };

    public override bool CompletesItself => true;

    public override void Execute(ActivityContext context)
    {
        var items = context.Get("Items") as JsonArray;
        var body = context.Node.Child("body");
        if (items is null || items.Count == 0 || body is null)
        {
            context.Complete();
            return;
        }
        context.HasCounter = true;
        context.Counter = items.Count;
        for (var index = 0; index < items.Count; index++)
            context.Burst.Schedule(context, body, index, Items.Variables(index, ClrValues.FromNode(items[index])));
    }

    internal override void ChildCompleted(ActivityContext owner, ActivityContext child, IReadOnlyList<string>? outcomes)
    {
        if (--owner.Counter == 0)
            owner.Complete();
    }
}

/// <summary>The items of loops and the variables of a pass.</summary>
internal static class Items
{
    /// <summary>The items; empty when the definition gives none, null when an expression gave null. A text is its letters.</summary>
    public static JsonArray? List(ActivityContext context)
    {
        if (!context.HasInput("Items"))
            return [];
        return context.Get("Items") as JsonArray;
    }

    public static List<VariableSlot> Variables(int index, object? item) =>
        [VariableSlot.Dynamic("CurrentIndex", index), VariableSlot.Dynamic("CurrentValue", item)];
}
