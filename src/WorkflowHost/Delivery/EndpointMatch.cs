using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing.Template;

namespace WorkflowHost.Delivery;

/// <summary>An HTTP endpoint of a workflow that a request may be meant for: a trigger or a bookmark, with what its payload demands.</summary>
/// <param name="DefinitionId">Of a trigger; null for a bookmark.</param>
/// <param name="Id">Activity of the trigger, or the bookmark.</param>
/// <param name="Route">Values of the placeholders in the path.</param>
internal sealed record EndpointMatch(string? DefinitionId, string Id, JsonObject Payload, JsonObject Route)
{
    public bool Authorize => Flag("Authorize");

    public string? Policy => Payload[nameof(Policy)]?.ToString() is { Length: > 0 } policy ? policy : null;

    public long? RequestSizeLimit => long.TryParse(Payload[nameof(RequestSizeLimit)]?.ToString(), out var limit) ? limit : null;

    /// <summary>How long a request may take; null when the workflow does not say.</summary>
    public TimeSpan? Timeout =>
        TimeSpan.TryParse(Payload["RequestTimeout"]?.ToString(), CultureInfo.InvariantCulture, out var span) && span > TimeSpan.Zero
            ? span
            : null;

    public bool ExposesTooLarge => Flag("ExposeRequestTooLargeOutcome");

    /// <summary>Null when method or path differ. Paths are compared without case, as Elsa does.</summary>
    public static EndpointMatch? Of(string? definitionId, string id, JsonObject? payload, string method, string path)
    {
        if (payload?["Path"]?.ToString() is not { } template
            || !method.Equals(payload["Method"]?.ToString(), StringComparison.OrdinalIgnoreCase))
            return null;
        var values = new RouteValueDictionary();
        if (!new TemplateMatcher(TemplateParser.Parse(template.TrimStart('/')), []).TryMatch(path, values))
            return null;
        var route = new JsonObject(values.Select(value => KeyValuePair.Create(value.Key, (JsonNode?)value.Value?.ToString())));
        return new EndpointMatch(definitionId, id, payload, route);
    }

    private bool Flag(string name) => bool.TryParse(Payload[name]?.ToString(), out var set) && set;
}
