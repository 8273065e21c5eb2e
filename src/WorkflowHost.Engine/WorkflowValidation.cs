using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine;

/// <summary>
/// What Elsa refuses to publish (elsa-semantics 1.1): unlike <see cref="WorkflowLint"/> it judges only what cannot work at all. A
/// path and method used by another definition is for the host to find: it alone knows the others.
/// </summary>
public static class WorkflowValidation
{
    /// <summary>Texts for the person who publishes, all mistakes at once; empty when it may be published.</summary>
    public static IReadOnlyList<string> Check(CompiledWorkflow workflow)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        var definition = workflow.Definition;
        return
        [
            .. NamesGivenTwice(definition),
            .. workflow.Nodes.Values.Where(StartsWorkflow).SelectMany(node => OfTrigger(node, workflow)),
            .. workflow.Nodes.Values.SelectMany(OfConverters),
        ];
    }

    internal static IEnumerable<string> NamesGivenTwice(WorkflowDefinition definition) =>
    [
        .. Twice(definition.Inputs.Select(input => input.Name)).Select(name => $"Two inputs have the name '{name}'."),
        .. Twice(definition.Outputs.Select(output => output.Name)).Select(name => $"Two outputs have the name '{name}'."),
    ];

    private static IEnumerable<string> Twice(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key);

    private static bool StartsWorkflow(ActivityNode node) =>
        node.CanStartWorkflow && node.Type.Descriptor.Kind == ActivityKind.Trigger;

    private static IEnumerable<string> OfTrigger(ActivityNode node, CompiledWorkflow workflow)
    {
        var triggers = node.Type.Triggers(node, workflow, DateTimeOffset.UnixEpoch).ToList();
        if (triggers.Count == 0)
            yield return $"The trigger '{node.Name ?? node.Id}' has no payload: its inputs do not say what starts it.";
        foreach (var trigger in triggers.Where(trigger => trigger.Name == "Elsa.Cron"))
            if (!Cron.TryParse((string?)trigger.Payload?["CronExpression"], out _))
                yield return $"The cron expression '{trigger.Payload?["CronExpression"]}' of '{node.Name ?? node.Id}' cannot be read.";
    }

    private static IEnumerable<string> OfConverters(ActivityNode node) =>
        from output in node.Outputs
        where output.Converter is { } converter && OutputConverters.Find(converter) is null
        select $"The output '{output.Name}' of '{node.Name ?? node.Id}' names the unknown converter '{output.Converter}'.";
}
