using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Activities;

/// <summary>Short ways to write the descriptors of built-in activities.</summary>
internal static class Describe
{
    public static ActivityDescriptor Elsa(
        string name, string category, string displayName, string description, ActivityKind kind = ActivityKind.Action) => new()
        {
            TypeName = "Elsa." + name,
            Namespace = "Elsa",
            Name = name,
            Category = category,
            DisplayName = displayName,
            Description = description,
            Kind = kind,
        };

    public static InputDescriptor Input(
        string name, string type, string description, string hint = "singleline", JsonNode? defaultValue = null) => new()
        {
            Name = name,
            TypeName = type,
            DisplayName = Words(name),
            Description = description,
            UiHint = hint,
            DefaultValue = defaultValue,
        };

    public static InputDescriptor Choice(string name, string type, string description, string? defaultValue, params string[] values)
    {
        var items = new JsonArray([.. values.Select(value => new JsonObject { ["text"] = value, ["value"] = value })]);
        return Input(name, type, description, "dropdown", defaultValue) with
        {
            UiSpecifications = new JsonObject
            {
                ["dropdown"] = new JsonObject { ["selectList"] = new JsonObject { ["items"] = items } },
            },
        };
    }

    /// <summary>The specification of a code editor.</summary>
    public static JsonObject Language(string name) => new() { ["code-editor"] = new JsonObject { ["language"] = name } };

    public static OutputDescriptor Output(string name, string type, string description) => new()
    {
        Name = name,
        TypeName = type,
        DisplayName = Words(name),
        Description = description,
    };

    public static PortDescriptor Embedded(string name, bool browsable = true) =>
        new(name, PortKind.Embedded) { IsBrowsable = browsable };

    /// <summary>TaskName becomes Task Name.</summary>
    private static string Words(string name) =>
        string.Concat(name.Select((letter, index) => index > 0 && char.IsUpper(letter) ? " " + letter : letter.ToString()));
}
