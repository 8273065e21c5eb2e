using System.Text.Json.Nodes;
using WorkflowHost.Engine.Running;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Scenarios;

/// <summary>The .NET type Elsa would hold a value in, as the recordings name it; null for null.</summary>
internal static class ClrTypeName
{
    public static string? Of(VariableSlot slot) => slot.Value switch
    {
        JsonObject => slot.Type.Kind == ElsaKind.Dictionary ? "Dictionary<String,Object>" : "ExpandoObject",
        JsonArray => List(slot.Type),
        DateTimeOffset when slot.Type.Kind == ElsaKind.DateTime => nameof(DateTime),
        var value => Of(value),
    };

    public static string? Of(object? value) => value switch
    {
        null => null,
        byte[] => "Byte[]",
        JsonObject => "ExpandoObject",
        JsonArray => "Object[]",
        long => "Int64",
        _ => value.GetType().Name,
    };

    private static string List(ElsaType type)
    {
        if (type is not { Kind: ElsaKind.List, Element: { } element })
            return "Object[]";
        var name = element.Kind == ElsaKind.Json ? "ExpandoObject" : element.Kind.ToString();
        return type.IsGeneric ? $"List<{name}>" : name + "[]";
    }
}
