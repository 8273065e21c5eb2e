using System.Text.Json;
using System.Text.Json.Nodes;
using Formio.Forms;

namespace Formio;

/// <summary>
/// A form.io form as JSON, lossless: every property survives <see cref="Parse"/> and <see cref="ToJson"/>, known to us
/// or not. Immutable from outside; share it freely.
/// </summary>
public sealed class FormDefinition
{
    private readonly JsonObject _json;

    private FormDefinition(JsonObject json)
    {
        _json = json;
        Components = FormOutline.Of(json);
        Properties = FormOutline.TextMap(json["properties"]);
    }

    /// <summary>form.io's <c>name</c>, the stable key of the form; empty when absent.</summary>
    public string Key => Text("name");

    /// <summary>The title people read; empty when absent.</summary>
    public string Title => Text("title");

    /// <summary><c>form</c>, <c>wizard</c> or <c>pdf</c>; <c>form</c> when absent.</summary>
    public string Display => Text("display") is { Length: > 0 } display ? display : "form";

    /// <summary>All components in form order, containers before their children, layout included.</summary>
    public IReadOnlyList<FormComponent> Components { get; }

    /// <summary>The form-level <c>properties</c> map; values that are no text are given as their JSON text.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; }

    /// <summary>Reads form JSON.</summary>
    /// <exception cref="FormDefinitionException">The text is no JSON object, repeats a key, or nests too deeply.</exception>
    public static FormDefinition Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            var options = new JsonDocumentOptions { MaxDepth = FormLimits.JsonDepth, AllowDuplicateProperties = false };
            return JsonNode.Parse(json, documentOptions: options) is JsonObject form
                ? new FormDefinition(form)
                : throw new FormDefinitionException("A form is a JSON object.");
        }
        catch (JsonException exception)
        {
            throw new FormDefinitionException($"The form is not readable JSON: {exception.Message}", exception);
        }
    }

    /// <summary>The form with everything it was read with.</summary>
    public string ToJson() => _json.ToJsonString(FormJson.Relaxed);

    internal JsonObject Json => _json;

    /// <summary>A copy of the form as nodes, free to change.</summary>
    public JsonObject ToNode() => (JsonObject)_json.DeepClone();

    private string Text(string name) =>
        _json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
