using Formio;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Engine;

namespace WorkflowHost.Content.Publications;

/// <summary>One difference inside a content file, of whatever kind: what a sentence can be made of, in any language and at any time.</summary>
/// <param name="Of"><c>form</c>, <c>workflow</c>, <c>plan</c> or <c>list</c>.</param>
/// <param name="Kind"><c>Added</c>, <c>Removed</c>, <c>Moved</c>, <c>Changed</c>, <c>Connected</c> or <c>Disconnected</c>.</param>
/// <param name="Path">Where: the component, step or entry.</param>
/// <param name="Label">What people call it; empty for the whole.</param>
/// <param name="Type">What it is: a component's or step's type, a list of the plan; empty for the whole.</param>
public sealed record ContentChange(string Of, string Kind, string Path, string Label, string Type)
{
    public const string OfForm = "form";
    public const string OfWorkflow = "workflow";
    public const string OfPlan = "plan";
    public const string OfList = "list";

    public string Property { get; init; } = "";

    public string? Before { get; init; }

    public string? After { get; init; }

    /// <summary>Of the plan: what the thing is a part of, or null.</summary>
    public string? Within { get; init; }

    /// <summary>Of the plan: the language of a text, or null.</summary>
    public string? Language { get; init; }

    public static ContentChange From(PlanChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new ContentChange(OfPlan, change.Kind.ToString(), change.Path, change.Name, change.Subject)
        {
            Property = change.Property, Before = change.Before, After = change.After, Within = change.Within, Language = change.Language,
        };
    }

    /// <summary>The change of the plan that this was made from; null when it is none.</summary>
    public PlanChange? ToPlan() => Of == OfPlan && Enum.TryParse<PlanChangeKind>(Kind, out var kind)
        ? new PlanChange
        {
            Path = Path, Kind = kind, Subject = Type, Name = Label, Within = Within, Property = Property, Language = Language, Before = Before, After = After,
        }
        : null;

    public static ContentChange From(FormChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new ContentChange(OfForm, change.Kind.ToString(), change.Path, change.Label, change.Type)
        {
            Property = change.Property, Before = change.Before, After = change.After,
        };
    }

    public static ContentChange From(WorkflowChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new ContentChange(OfWorkflow, change.Kind.ToString(), change.Id, change.Name, change.Type)
        {
            Property = change.Property, Before = change.Before, After = change.After,
        };
    }
}
