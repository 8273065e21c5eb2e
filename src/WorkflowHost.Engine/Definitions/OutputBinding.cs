using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Definitions;

/// <summary>An output bound to a variable id or to the name of a workflow output (elsa-semantics 1.3).</summary>
internal sealed record OutputBinding(string Name, string TargetId, string? Converter)
{
    public static OutputBinding[] ReadAll(JsonObject activity, ActivityDescriptor descriptor)
    {
        if (descriptor.Outputs.Count == 0)
            return [];
        var bindings = new List<OutputBinding>();
        foreach (var output in descriptor.Outputs)
            if (Read(activity, output.Name) is { } binding)
                bindings.Add(binding);
        return [.. bindings];
    }

    private static OutputBinding? Read(JsonObject activity, string name)
    {
        if (ActivityJson.Member(activity, ActivityJson.Camelize(name)) is not JsonObject json)
            return null;
        if (ActivityJson.Member(json, "memoryReference") is not JsonObject reference)
            return null;
        var target = ActivityJson.Text(reference, "id");
        if (string.IsNullOrEmpty(target))
            return null;
        var converter = ActivityJson.Member(json, "converter") is JsonObject conversion ? ActivityJson.Text(conversion, "id") : null;
        return new OutputBinding(name, target, converter);
    }
}
