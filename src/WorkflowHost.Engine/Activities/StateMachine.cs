using System.Text.Json.Nodes;
using WorkflowHost.Engine.Expressions;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Activities;

/// <summary>
/// States and transitions (elsa-semantics 2.8): entry, then all outbound triggers at once; the first that completes and whose
/// condition holds wins, its competitors are cancelled, then exit, action, next state.
/// </summary>
internal sealed class StateMachine : ActivityType
{
    private const string Current = "CurrentState";
    private const string Taken = "Transition";
    private const string Step = "Step";

    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("StateMachine", "Flow", "State Machine", "States and the transitions between them.");

    public override bool CompletesItself => true;

    public override void Execute(ActivityContext context)
    {
        var states = Names(context, "states", "name");
        var initial = ActivityJson.Text(context.Node.Json, "initialState") is { Length: > 0 } named ? named : states.FirstOrDefault();
        if (initial is null || !states.Contains(initial))
            context.Complete();
        else
            Enter(context, initial);
    }

    internal override void ChildCompleted(ActivityContext owner, ActivityContext child, IReadOnlyList<string>? outcomes)
    {
        switch ((string?)owner.Properties[Step])
        {
            case "entry":
                Wait(owner);
                break;
            case "wait":
                Triggered(owner, child);
                break;
            case "exit":
                Act(owner);
                break;
            default:
                Enter(owner, Names(owner, "transitions", "to")[(int)owner.Properties[Taken]!]); // set when a transition is taken
                break;
        }
    }

    private static void Enter(ActivityContext context, string state)
    {
        context.Properties[Current] = state;
        var index = Names(context, "states", "name").IndexOf(state);
        Run(context, "entry", $"states[{index}].entry", Wait);
    }

    private static void Wait(ActivityContext context)
    {
        context.Properties[Step] = "wait";
        var state = (string?)context.Properties[Current];
        var from = Names(context, "transitions", "from");
        var waiting = false;
        for (var index = 0; index < from.Count; index++)
        {
            if (from[index] != state)
                continue;
            if (context.Node.Child($"transitions[{index}].trigger") is { } trigger)
            {
                waiting = true;
                context.Burst.Schedule(context, trigger, tag: index);
            }
            else if (Holds(context, index))
            {
                Take(context, index);
                return;
            }
        }
        if (!waiting)
            context.Complete();
    }

    private static void Triggered(ActivityContext context, ActivityContext trigger)
    {
        if (Holds(context, trigger.Tag))
            Take(context, trigger.Tag);
        else if (!context.Children.Exists(child => child.Status == ActivityStatus.Running))
            context.Complete();
    }

    private static void Take(ActivityContext context, int transition)
    {
        context.Properties[Taken] = transition;
        foreach (var competitor in context.Children.ToArray())
            if (competitor.Status == ActivityStatus.Running)
                context.Burst.Cancel(competitor);
        var index = Names(context, "states", "name").IndexOf((string)context.Properties[Current]!); // set on entry
        Run(context, "exit", $"states[{index}].exit", Act);
    }

    private static void Act(ActivityContext context)
    {
        var transition = (int)context.Properties[Taken]!; // set when a transition is taken
        Run(context, "action", $"transitions[{transition}].action", owner => Enter(owner, Names(owner, "transitions", "to")[transition]));
    }

    private static void Run(ActivityContext context, string step, string port, Action<ActivityContext> otherwise)
    {
        context.Properties[Step] = step;
        if (context.Node.Child(port) is { } activity)
            context.Burst.Schedule(context, activity);
        else
            otherwise(context);
    }

    private static bool Holds(ActivityContext context, int transition)
    {
        var json = (ActivityJson.List(ActivityJson.Member(context.Node.Json, "transitions")) ?? [])[transition] as JsonObject ?? [];
        var condition = ActivityJson.Member(json, "condition");
        if (condition is null)
            return true;
        var expression = ExpressionReader.ReadExpression(condition) ?? ExpressionReader.ReadInput(condition);
        return context.Burst.Conversion.Convert(expression?.Evaluate(context, ElsaType.Boolean), ElsaType.Boolean) is true;
    }

    private static List<string> Names(ActivityContext context, string list, string member) =>
        (ActivityJson.List(ActivityJson.Member(context.Node.Json, list)) ?? [])
            .Select(item => item is JsonObject json ? ActivityJson.Text(json, member) ?? "" : "").ToList();
}
