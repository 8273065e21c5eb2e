using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Activities;

/// <summary>How a definition looks in the toolbox (elsa-semantics 2.14, elsa-studio-contract 3.1).</summary>
internal static class WorkflowDescriptor
{
    private static readonly string[] TakenNames =
        ["Name", "Id", "Type", "Version", "Result", "Variables", "Root", "NodeId", "Metadata", "CustomProperties"];

    public static ActivityDescriptor Of(WorkflowDefinition definition)
    {
        var typeName = TypeName(definition.Name ?? definition.DefinitionId);
        return new ActivityDescriptor
        {
            TypeName = typeName,
            Name = typeName,
            Version = definition.Version,
            Category = definition.Options.ActivityCategory ?? "Workflows",
            DisplayName = definition.Name,
            Description = definition.Description,
            Inputs = [.. definition.Inputs.Select(Input)],
            Outputs = [.. definition.Outputs.Select(Output)],
            Ports = [.. definition.Outcomes.Select(outcome => new PortDescriptor(outcome))],
            CustomProperties = new JsonObject
            {
                ["RootType"] = "WorkflowDefinitionActivity",
                ["WorkflowDefinitionId"] = definition.DefinitionId,
                ["WorkflowDefinitionVersionId"] = definition.Id,
            },
            ConstructionProperties = new JsonObject
            {
                ["WorkflowDefinitionId"] = definition.DefinitionId,
                ["WorkflowDefinitionVersionId"] = definition.Id,
                ["LatestAvailablePublishedVersion"] = definition.Version,
                ["LatestAvailablePublishedVersionId"] = definition.Id,
            },
        };
    }

    /// <summary>A child input whose name clashes with a member every activity has is written with an underscore in front.</summary>
    public static string PropertyName(string name) =>
        TakenNames.Contains(name, StringComparer.OrdinalIgnoreCase) ? "_" + name : name;

    public static string TypeName(string name)
    {
        var words = name.Split([' ', '-', '_', '.'], StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }

    private static InputDescriptor Input(InputDefinition input) => new()
    {
        Name = PropertyName(input.Name),
        TypeName = input.TypeName,
        DisplayName = input.DisplayName ?? input.Name,
        Description = input.Description,
        UiHint = input.UiHint is { Length: > 0 } hint ? hint : "singleline",
        IsSynthetic = true,
    };

    private static OutputDescriptor Output(OutputDefinition output) => new()
    {
        Name = PropertyName(output.Name),
        TypeName = output.TypeName,
        DisplayName = output.DisplayName ?? output.Name,
        Description = output.Description,
        IsSynthetic = true,
    };
}
