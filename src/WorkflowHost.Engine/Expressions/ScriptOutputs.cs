using JsExpressions;

namespace WorkflowHost.Engine.Expressions;

/// <summary>Outputs of activities of the same container, recorded in this burst (elsa-semantics 4.2, trap 1).</summary>
internal static class ScriptOutputs
{
    public static JsValue From(ActivityContext context, string idOrName, string? output)
    {
        var container = Container(context);
        var node = container?.Node.ChildList.Find(child => child.Name == idOrName || child.Id == idOrName)
            ?? throw new ActivityFaultException("InvalidOperationException", "Activity not found.");
        return Recorded(context, node, output);
    }

    /// <summary>ResultFromApprove: Result of the activity named Approve.</summary>
    public static Func<JsValue[], JsValue>? Accessor(string subject, ActivityContext context)
    {
        for (var at = subject.IndexOf("From", StringComparison.Ordinal); at > 0; at = subject.IndexOf("From", at + 4, StringComparison.Ordinal))
        {
            var (output, activity) = (subject[..at], subject[(at + 4)..]);
            if (Container(context)?.Node.ChildList.Find(child => Matches(child, activity, output)) is { } node)
                return _ => Recorded(context, node, output);
        }
        return null;
    }

    private static bool Matches(ActivityNode node, string activity, string output) =>
        (Identifier(node.Name) == activity || Identifier(node.Id) == activity)
        && node.Type.Descriptor.Outputs.Any(descriptor => descriptor.Name == output);

    private static string? Identifier(string? name) =>
        string.IsNullOrEmpty(name) ? name : string.Concat(name.Split(' ', '-', '_').Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static ActivityContext? Container(ActivityContext context)
    {
        var container = context;
        while (container is not null && !container.IsVariableContainer)
            container = container.Parent;
        return container;
    }

    private static JsValue Recorded(ActivityContext context, ActivityNode node, string? output)
    {
        foreach (var recorded in Enumerable.Reverse(context.Burst.OutputRegister))
            if (recorded.Node == node && (output is null ? recorded.Name == "Result" : recorded.Name == output))
                return ScriptValues.ToScript(recorded.Value);
        return JsValue.Null;
    }
}
