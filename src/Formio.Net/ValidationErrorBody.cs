using System.Text.Json.Nodes;

namespace Formio;

/// <summary>
/// The body of a 400 that the stock form.io renderer shows next to the fields:
/// <c>{"name":"ValidationError","details":[{message, level, path, context}]}</c>.
/// </summary>
/// <param name="errors">The errors of a <see cref="SubmissionResult"/>.</param>
public sealed class ValidationErrorBody(IReadOnlyList<SubmissionError> errors)
{
    /// <summary>A fresh tree; the caller may add to it.</summary>
    public JsonObject ToJson()
    {
        var details = new JsonArray();
        foreach (var error in errors) details.Add((JsonNode)Detail(error));
        return new JsonObject { ["name"] = "ValidationError", ["details"] = details };
    }

    private static JsonObject Detail(SubmissionError error)
    {
        var path = new JsonArray();
        foreach (var part in error.PathParts) path.Add(part is int index ? JsonValue.Create(index) : JsonValue.Create((string)part));
        return new JsonObject
        {
            ["message"] = error.Message,
            ["level"] = error.Level,
            ["path"] = path,
            ["context"] = new JsonObject
            {
                ["validator"] = error.RuleName,
                ["hasLabel"] = error.HasLabel,
                ["key"] = error.Key,
                ["label"] = error.Label,
                ["path"] = error.Path,
                ["value"] = error.Value?.DeepClone(),
                ["setting"] = error.Setting?.DeepClone(),
                ["index"] = error.Index ?? 0,
            },
        };
    }
}
