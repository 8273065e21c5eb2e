using System.Text.Json.Nodes;
using WorkflowHost.Engine;

namespace WorkflowHost.Activities;

/// <summary>Short ways to describe inputs, outputs and ports to the designer. Texts are for designers: Spanish.</summary>
internal static class ActivityShape
{
    public const string Prefix = "WorkflowHost.";
    public const string People = "Personas y tareas";
    public const string CaseWork = "Expedientes";
    public const string Places = "Sedes y lugares";
    public const string Outside = "Hacia afuera";

    public static ActivityDescriptor Describe(string name, string category, string displayName, string description) => new()
    {
        TypeName = Prefix + name,
        Namespace = Prefix.TrimEnd('.'),
        Name = name,
        Category = category,
        DisplayName = displayName,
        Description = description,
    };

    public static InputDescriptor Text(string name, string displayName, string description, string? fallback = null) =>
        Input(name, "String", "singleline", displayName, description) with
        {
            DefaultValue = fallback is null ? null : JsonValue.Create(fallback),
        };

    public static InputDescriptor Script(string name, string displayName, string description) =>
        Input(name, "Object", "code-editor", displayName, description) with
        {
            DefaultSyntax = "JavaScript",
            UiSpecifications = new JsonObject { ["code-editor"] = new JsonObject { ["language"] = "javascript" } },
        };

    public static InputDescriptor Number(string name, string displayName, string description, int fallback) =>
        Input(name, "Int32", "singleline", displayName, description) with { DefaultValue = fallback };

    public static InputDescriptor Choice(
        string name, string displayName, string description, string fallback, params (string Value, string Text)[] choices) =>
        Input(name, "String", "dropdown", displayName, description) with
        {
            DefaultValue = fallback,
            UiSpecifications = new JsonObject
            {
                ["dropdown"] = new JsonObject
                {
                    ["selectList"] = new JsonObject
                    {
                        ["items"] = new JsonArray([.. choices.Select(choice =>
                            new JsonObject { ["text"] = choice.Text, ["value"] = choice.Value })]),
                        ["isFlagsEnum"] = false,
                        ["sortItems"] = false,
                    },
                },
            },
        };

    public static InputDescriptor Outcomes(string name, string displayName, string description) =>
        Input(name, "Object", "dynamic-outcomes", displayName, description);

    public static OutputDescriptor Output(string name, string typeName, string displayName, string description) =>
        new() { Name = name, TypeName = typeName, DisplayName = displayName, Description = description };

    public static IReadOnlyList<PortDescriptor> Ports(params (string Name, string DisplayName)[] ports) =>
        [.. ports.Select(port => new PortDescriptor(port.Name) { DisplayName = port.DisplayName })];

    /// <summary>Numbers the inputs in the order they are written.</summary>
    public static IReadOnlyList<InputDescriptor> InOrder(params InputDescriptor[] inputs) =>
        [.. inputs.Select((input, index) => input with { Order = index })];

    private static InputDescriptor Input(
        string name, string typeName, string uiHint, string displayName, string description) => new()
        {
            Name = name,
            TypeName = typeName,
            UiHint = uiHint,
            DisplayName = displayName,
            Description = description,
        };
}
