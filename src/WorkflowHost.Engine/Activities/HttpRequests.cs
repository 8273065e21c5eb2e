using System.Globalization;
using System.Text.Json.Nodes;
using WorkflowHost.Engine.Definitions;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Activities;

/// <summary>
/// Sends a request as a durable effect and waits for the answer (elsa-semantics 3.8). Elsa sends inside the burst; outcomes and
/// outputs are the same.
/// </summary>
internal abstract class HttpRequestActivity : ActivityType
{
    protected static IReadOnlyList<InputDescriptor> RequestInputs { get; } =
    [
        Describe.Input("Url", "String", "The address."),
        Describe.Choice("Method", "String", "The method.", "GET", "GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"),
        Describe.Input("Content", "Object", "The body."),
        Describe.Choice("ContentType", "String", "The media type of the body.", null, "", "application/json", "text/plain"),
        Describe.Input("Authorization", "String", "Value of the Authorization header.") with { Category = "Security", IsSensitive = true },
        Describe.Input("DisableAuthorizationHeaderValidation", "Boolean", "Accept any value there.", "checkbox") with { Category = "Security" },
        Describe.Input("RequestHeaders", "HttpHeaders", "Headers.", "json-editor") with
        {
            Category = "Advanced",
            UiSpecifications = Describe.Language("json"),
        },
        Describe.Input("EnableResiliency", "Boolean", "Obsolete; effects are always repeated.", "checkbox"),
    ];

    protected static IReadOnlyList<OutputDescriptor> RequestOutputs { get; } =
    [
        Describe.Output("Result", "HttpResponseMessage", "Not kept here; see the parsed content.") with { IsSerializable = false },
        Describe.Output("StatusCode", "Int32", "The status."),
        Describe.Output("ParsedContent", "Object", "The body."),
        Describe.Output("ResponseHeaders", "HttpHeaders", "The headers."),
    ];

    public override bool CompletesItself => true;

    public override void Execute(ActivityContext context)
    {
        var url = context.Get("Url") as string;
        if (!Uri.TryCreate(url, UriKind.Absolute, out _))
            throw new ActivityFaultException("UriFormatException", $"'{url}' is no absolute address.");
        var content = context.Get("Content");
        var type = context.Get("ContentType") as string;
        var hasBody = content is not null && !string.IsNullOrEmpty(type);
        var bookmark = context.CreateBookmark(payload: new JsonObject { ["RequestId"] = context.NewId() });
        context.AddEffect(new SendHttp(
            context.EffectKey("http"),
            bookmark.Id,
            url,
            (context.Get("Method") as string ?? "GET").ToUpperInvariant(),
            HttpHeaders.Read(context.InputNode("RequestHeaders")),
            hasBody ? ClrValues.ToText(content) : null,
            hasBody ? type : null,
            context.Get("Authorization") as string) { Retry = RetryStrategy.Of(context) });
    }

    public override void Resume(ActivityContext context)
    {
        var answer = HttpAnswer.Read(context.ResumeInput) ?? new HttpAnswer { FailedToConnect = true };
        if (answer.StatusCode is { } status)
        {
            context.Set("StatusCode", status);
            context.Set("ParsedContent", ClrValues.FromNode(answer.Content));
            context.Set("ResponseHeaders", answer.Headers ?? []);
        }
        Answered(context, answer);
    }

    protected abstract void Answered(ActivityContext context, HttpAnswer answer);
}

/// <summary>Runs the activity of the matching status.</summary>
internal sealed class SendHttpRequest : HttpRequestActivity
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("SendHttpRequest", "HTTP", "HTTP Request", "Sends an HTTP request.", ActivityKind.Task) with
        {
            Inputs =
            [
                Describe.Input("ExpectedStatusCodes", "List<HttpStatusCodeCase>", "Activities by status.", "http-status-codes")
                    with { IsWrapped = false },
                .. RequestInputs,
            ],
            Outputs = RequestOutputs,
            Ports = [Describe.Embedded("UnmatchedStatusCode"), Describe.Embedded("FailedToConnect"), Describe.Embedded("Timeout")],
        };

    protected override void Answered(ActivityContext context, HttpAnswer answer)
    {
        var next = answer.TimedOut ? context.Node.Child("timeout")
            : answer.StatusCode is { } status ? Case(context.Node, status) ?? context.Node.Child("unmatchedStatusCode")
            : context.Node.Child("failedToConnect");
        if (next is null)
            context.Complete();
        else
            context.Burst.Schedule(context, next);
    }

    internal override void ChildCompleted(ActivityContext owner, ActivityContext child, IReadOnlyList<string>? outcomes) =>
        owner.Complete();

    private static ActivityNode? Case(ActivityNode node, int status)
    {
        var cases = ActivityJson.List(ActivityJson.Member(node.Json, "expectedStatusCodes")) ?? [];
        for (var index = 0; index < cases.Count; index++)
            if (cases[index] is JsonObject item && JsonScalars.Int(ActivityJson.Member(item, "statusCode")) == status)
                return node.Child($"expectedStatusCodes[{index}].activity");
        return null;
    }
}

/// <summary>Goes on at the status, or at one of the failures.</summary>
internal sealed class FlowSendHttpRequest : HttpRequestActivity
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("FlowSendHttpRequest", "HTTP", "HTTP Request (flow)", "Sends an HTTP request.", ActivityKind.Task) with
        {
            Inputs =
            [
                Describe.Input("ExpectedStatusCodes", "List<Int32>", "Statuses with an outcome of their own.", "multitext", new JsonArray(200)),
                .. RequestInputs,
            ],
            Outputs = RequestOutputs,
        };

    protected override void Answered(ActivityContext context, HttpAnswer answer)
    {
        if (answer.TimedOut)
            context.Complete("Timeout");
        else if (answer.StatusCode is not { } status)
            context.Complete("Failed to connect");
        else
            context.Complete(Outcome(context, status.ToString(CultureInfo.InvariantCulture)), "Done");
    }

    private static string Outcome(ActivityContext context, string status)
    {
        var expected = ClrValues.Texts(context.Get("ExpectedStatusCodes"));
        return (expected.Count == 0 ? ["200"] : expected).Contains(status) ? status : "Unmatched status code";
    }
}
