using System.Globalization;
using System.Text.Json.Nodes;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Activities;

/// <summary>Waits for, or is started by, an HTTP request (elsa-semantics 3.7).</summary>
internal sealed class HttpEndpoint : ActivityType
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "HEAD", "DELETE"];

    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("HttpEndpoint", "HTTP", "HTTP Endpoint", "Waits for an HTTP request.", ActivityKind.Trigger) with
        {
            Inputs =
            [
                Describe.Input("Path", "String", "The path below the base path; may hold {placeholders}."),
                Describe.Input("SupportedMethods", "List<String>", "The methods.", "checklist", new JsonArray("GET")) with
                {
                    UiSpecifications = MethodList(),
                },
                Describe.Input("Authorize", "Boolean", "Only signed-in callers.", "checkbox") with { Category = "Security" },
                Describe.Input("Policy", "String", "The policy callers must meet.") with { Category = "Security" },
                Describe.Input("RequestTimeout", "TimeSpan", "How long a request may take.") with { Category = "Upload" },
                Describe.Input("RequestSizeLimit", "Int64", "Largest request in bytes.") with { Category = "Upload" },
                Describe.Input("FileSizeLimit", "Int64", "Largest file in bytes.") with { Category = "Upload" },
                Describe.Input("AllowedFileExtensions", "List<String>", "Only these file extensions.", "multitext") with { Category = "Upload" },
                Describe.Input("BlockedFileExtensions", "List<String>", "None of these file extensions.", "multitext") with { Category = "Upload" },
                Describe.Input("AllowedMimeTypes", "List<String>", "Only these media types.", "multitext") with { Category = "Upload" },
                Outcome("ExposeRequestTooLargeOutcome"), Outcome("ExposeFileTooLargeOutcome"),
                Outcome("ExposeInvalidFileExtensionOutcome"), Outcome("ExposeInvalidFileMimeTypeOutcome"),
            ],
            Outputs =
            [
                Describe.Output("Result", "HttpRequest", "The request.") with { IsSerializable = false },
                Describe.Output("ParsedContent", "Object", "The body."),
                Describe.Output("Files", "FormFile[]", "Uploaded files.") with { IsSerializable = false },
                Describe.Output("File", "FormFile", "The first uploaded file.") with { IsSerializable = false },
                Describe.Output("RouteData", "ObjectDictionary", "Values of the placeholders."),
                Describe.Output("QueryStringData", "ObjectDictionary", "Query values."),
                Describe.Output("Headers", "ObjectDictionary", "Headers."),
            ],
        };

    public override void Execute(ActivityContext context)
    {
        if (context.HttpRequest is not null && context.IsTriggerOfWorkflow)
        {
            Receive(context);
            return;
        }
        if (!context.HasInput("Path"))
            throw new ActivityFaultException("Exception", "Path is required.");
        foreach (var method in MethodsOf(ClrValues.Texts(context.Get("SupportedMethods"))))
            context.CreateBookmark(
                payload: Payload(context.Get("Path") as string ?? "", method),
                metadata: Limits(context));
    }

    public override void Resume(ActivityContext context)
    {
        if (context.HttpRequest is null)
            context.CreateBookmark();
        else
            Receive(context);
    }

    internal override IEnumerable<StoredTrigger> Triggers(ActivityNode node, CompiledWorkflow workflow, DateTimeOffset now)
    {
        var context = new TriggerContext(node, workflow, now);
        if (context.Text("Path") is not { } path)
            yield break;
        foreach (var method in MethodsOf(ClrValues.Texts(ClrValues.FromNode(context.Node("SupportedMethods")))))
        {
            var payload = Payload(path, method);
            var hash = StimulusHasher.Hash(StimulusName, payload);
            foreach (var (name, value) in Limits(context.Node))
                payload[name] = value?.DeepClone();
            yield return new StoredTrigger(node.Id, node.TypeName, StimulusName, hash, payload);
        }
    }

    private static void Receive(ActivityContext context)
    {
        var request = context.HttpRequest!; // both callers have looked
        context.Set("ParsedContent", ClrValues.FromNode(request.Content?.DeepClone()));
        if (request.Files.Count > 0)
        {
            context.Set("Files", ClrValues.FromNode(new JsonArray([.. request.Files.Select(file => file.DeepClone())])));
            context.Set("File", ClrValues.FromNode(request.Files[0].DeepClone()));
        }
        context.Set("RouteData", request.RouteData.DeepClone());
        context.Set("QueryStringData", request.Query.DeepClone());
        context.Set("Headers", request.Headers.DeepClone());
        context.Complete([.. request.Outcomes]);
    }

    private static JsonObject Payload(string path, string method) => new()
    {
        ["Path"] = "/" + path.Trim().Trim('/').ToLowerInvariant(),
        ["Method"] = method.ToLowerInvariant(),
    };

    private static JsonObject? Limits(ActivityContext context)
    {
        var limits = Limits(context.InputNode);
        return limits.Count == 0 ? null : limits;
    }

    /// <summary>Authorisation and limits travel with bookmarks too (decision B10) and never count for the hash.</summary>
    private static JsonObject Limits(Func<string, JsonNode?> input)
    {
        var limits = new JsonObject();
        string[] names =
        [
            "Authorize", "Policy", "RequestTimeout", "RequestSizeLimit", "FileSizeLimit", "AllowedFileExtensions",
            "BlockedFileExtensions", "AllowedMimeTypes", "ExposeRequestTooLargeOutcome", "ExposeFileTooLargeOutcome",
            "ExposeInvalidFileExtensionOutcome", "ExposeInvalidFileMimeTypeOutcome",
        ];
        foreach (var name in names)
            if (input(name) is { } value)
                limits[name] = value;
        return limits;
    }

    private static List<string> MethodsOf(List<string> methods) => methods.Count == 0 ? ["GET"] : methods;

    private static InputDescriptor Outcome(string name) =>
        Describe.Input(name, "Boolean", "Adds an outcome.", "checkbox") with { IsWrapped = false, Category = "Outcomes" };

    private static JsonObject MethodList()
    {
        var items = Methods.Select(method => new JsonObject { ["text"] = method, ["value"] = method, ["isChecked"] = method == "GET" });
        return new JsonObject { ["checklist"] = new JsonObject { ["checkList"] = new JsonObject { ["items"] = new JsonArray([.. items]) } } };
    }
}

/// <summary>Answers the HTTP request of this burst (elsa-semantics 3.8).</summary>
internal sealed class WriteHttpResponse : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("WriteHttpResponse", "HTTP", "HTTP Response", "Answers the HTTP request.") with
        {
            Inputs =
            [
                Describe.Choice(
                    "StatusCode", "HttpStatusCode", "The status.", "OK",
                    "OK", "Created", "Accepted", "NoContent", "BadRequest", "Unauthorized", "Forbidden", "NotFound", "Conflict"),
                Describe.Input("Content", "Object", "The body."),
                Describe.Choice("ContentType", "String", "The media type.", null, "", "text/plain", "text/html", "application/json"),
                Describe.Input("ResponseHeaders", "HttpHeaders", "Headers.", "json-editor") with { Category = "Advanced" },
            ],
        };

    public override void Execute(ActivityContext context)
    {
        var status = Status(context.Get("StatusCode"));
        var content = status == 204 ? null : context.Get("Content");
        var type = context.Get("ContentType") as string;
        if (string.IsNullOrEmpty(type))
            type = content is JsonNode ? "application/json" : "text/plain";
        context.Respond(new WorkflowHttpResponse(
            status, content is null ? null : type, ClrValues.ToText(content), HttpHeaders.Read(context.InputNode("ResponseHeaders"))));
    }

    private static int Status(object? value) => value switch
    {
        null => 200,
        string text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) => code,
        string name when Enum.TryParse<System.Net.HttpStatusCode>(name, ignoreCase: true, out var code) => (int)code,
        _ when ClrValues.IsNumber(value) => (int)ClrValues.ToDouble(value),
        _ => throw new ActivityFaultException("TypeConversionError", $"'{ClrValues.ToText(value)}' is no HTTP status."),
    };
}

/// <summary>Headers as an object of texts or lists of texts.</summary>
internal static class HttpHeaders
{
    public static Dictionary<string, string> Read(JsonNode? json)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (json is JsonObject members)
            foreach (var (name, value) in members)
                if (value is not null)
                    headers[name] = string.Join(", ", ClrValues.Texts(ClrValues.FromNode(value)));
        return headers;
    }
}
