using System.Text.Json.Nodes;

namespace WorkflowHost.Engine;

/// <summary>The request that starts or resumes an instance at an HttpEndpoint; gone when its burst ends.</summary>
public sealed record WorkflowHttpRequest
{
    /// <summary>Upper case.</summary>
    public required string Method { get; init; }

    /// <summary>Path below the base path, without query.</summary>
    public required string Path { get; init; }

    /// <summary>Values of the route template.</summary>
    public JsonObject RouteData { get; init; } = [];

    /// <summary>Query values; text, or a list of texts.</summary>
    public JsonObject Query { get; init; } = [];

    /// <summary>Header values; text, or a list of texts.</summary>
    public JsonObject Headers { get; init; } = [];

    /// <summary>The parsed body: JSON, form fields as an object, text, or null when empty.</summary>
    public JsonNode? Content { get; init; }

    /// <summary>Uploaded files: name, type, size and base64 content each.</summary>
    public IReadOnlyList<JsonObject> Files { get; init; } = [];

    /// <summary>
    /// Outcomes the host decided before the burst instead of Done, for example <c>File too large</c>; empty for a normal request.
    /// </summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];
}

/// <summary>What WriteHttpResponse answered; sent only after the commit is durable.</summary>
/// <param name="StatusCode">100 to 599.</param>
/// <param name="ContentType">Media type, or null without a body.</param>
/// <param name="Content">Body as text, or null.</param>
/// <param name="Headers">Additional headers.</param>
public sealed record WorkflowHttpResponse(
    int StatusCode,
    string? ContentType,
    string? Content,
    IReadOnlyDictionary<string, string> Headers);

/// <summary>
/// The answer to a <see cref="SendHttp"/>: exactly one of a status code, a failed connection or a timeout. Pass
/// <see cref="ToInput"/> as the input of <see cref="ResumeBookmark"/>.
/// </summary>
public sealed record HttpAnswer
{
    /// <summary>Status code, or null when no answer came.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Body: parsed when it is JSON, otherwise text; null when empty.</summary>
    public JsonNode? Content { get; init; }

    /// <summary>Response headers.</summary>
    public JsonObject? Headers { get; init; }

    /// <summary>True when no connection could be made.</summary>
    public bool FailedToConnect { get; init; }

    /// <summary>True when the time allowed was over.</summary>
    public bool TimedOut { get; init; }

    /// <summary>The input that carries this answer.</summary>
    public JsonObject ToInput() => new()
    {
        [WorkflowInputKeys.HttpAnswer] = new JsonObject
        {
            [nameof(StatusCode)] = StatusCode,
            [nameof(Content)] = Content?.DeepClone(),
            [nameof(Headers)] = Headers?.DeepClone(),
            [nameof(FailedToConnect)] = FailedToConnect,
            [nameof(TimedOut)] = TimedOut,
        },
    };

    internal static HttpAnswer? Read(JsonObject? input)
    {
        if (input?[WorkflowInputKeys.HttpAnswer] is not JsonObject answer)
            return null;
        return new HttpAnswer
        {
            StatusCode = (int?)answer[nameof(StatusCode)],
            Content = answer[nameof(Content)]?.DeepClone(),
            Headers = answer[nameof(Headers)]?.DeepClone() as JsonObject,
            FailedToConnect = (bool?)answer[nameof(FailedToConnect)] ?? false,
            TimedOut = (bool?)answer[nameof(TimedOut)] ?? false,
        };
    }
}
