using System.Text.Json.Nodes;
using Formio;

namespace WorkflowHost.Content;

/// <summary>What a form's decision can be: the values of the component that its <c>decision</c> property names.</summary>
internal static class FormDecision
{
    /// <summary>In the order of the form; null when the form decides nothing, or its values are not written in it.</summary>
    public static IReadOnlyList<string>? Values(FormDefinition form)
    {
        if (!form.Properties.TryGetValue("decision", out var key) || form.Components.FirstOrDefault(c => c.Key == key) is not { } component)
            return null;
        var options = component.Type switch
        {
            "radio" => component.Json["values"] as JsonArray,
            // Other sources of options are asked in the browser: what they give is not known here.
            "select" when (string?)component.Json["dataSrc"] is null or "" or "values" => component.Json["data"]?["values"] as JsonArray,
            _ => null,
        };
        var values = (options ?? []).OfType<JsonObject>().Select(option => option["value"]?.ToString() ?? "").Where(value => value.Length > 0).ToList();
        return values.Count > 0 ? values : null;
    }
}
