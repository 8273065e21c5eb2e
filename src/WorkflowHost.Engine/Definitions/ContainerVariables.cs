using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Definitions;

/// <summary>Variables declared by a container activity; blank names become Variable1, Variable2 … (elsa-semantics 1.5).</summary>
internal static class ContainerVariables
{
    public static IReadOnlyList<VariableDefinition> Read(JsonObject activity, string typeName)
    {
        if (typeName is not ("Elsa.Flowchart" or "Elsa.Sequence" or "Elsa.Parallel"))
            return [];
        if (ActivityJson.List(ActivityJson.Member(activity, "variables")) is not { Count: > 0 } items)
            return [];
        var variables = new List<VariableDefinition>();
        var unnamed = 0;
        foreach (var item in items)
        {
            if (VariableDefinition.Read(item, dropUnknownTypes: false) is not { } variable)
                continue;
            if (string.IsNullOrWhiteSpace(variable.Name))
                variable = variable with { Name = $"Variable{++unnamed}" };
            variables.Add(variable.Id.Length == 0 ? variable with { Id = variable.Name } : variable);
        }
        return variables;
    }
}
