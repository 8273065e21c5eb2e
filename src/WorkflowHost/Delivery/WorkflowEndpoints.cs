using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Engine;
using WorkflowHost.Running;

namespace WorkflowHost.Delivery;

/// <summary>
/// Elsa's HTTP endpoints (elsa-semantics 3.7): finds the workflow a request below <c>/workflows</c> is for, runs it, and
/// answers after the commit. Unlike Elsa, endpoints in the middle of a workflow check authorisation and size too.
/// </summary>
internal sealed class WorkflowEndpoints(
    PublishedContent content,
    WorkflowRuntime runtime,
    IDbContextFactory<WorkDb> databases,
    IOptions<DeliveryOptions> options,
    TimeProvider clock)
{
    private const string Stimulus = "Elsa.HttpEndpoint";
    private const string BasePath = "/workflows";

    public async Task<IResult> ReceiveAsync(HttpContext http, CancellationToken ct)
    {
        var path = http.Request.Path.StartsWithSegments(BasePath, out var rest) && rest.HasValue ? rest.Value! : "/";
        var matches = await FindAsync(http, path, ct);
        if (matches.Count != 1)
        {
            return matches.Count == 0
                ? Problem(StatusCodes.Status404NotFound, "No workflow answers at this address.")
                : Problem(StatusCodes.Status500InternalServerError, "More than one workflow answers at this address.");
        }

        var match = matches[0];
        if (!await MayCallAsync(http, match))
            return Problem(StatusCodes.Status401Unauthorized, "This workflow wants to know who calls.");
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        if (match.Timeout is { } timeout)
            deadline.CancelAfter(timeout);
        try
        {
            return await AnswerAsync(http, path, match, deadline.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Problem(StatusCodes.Status408RequestTimeout, "The request took longer than this workflow allows.");
        }
    }

    private async Task<IResult> AnswerAsync(HttpContext http, string path, EndpointMatch match, CancellationToken ct)
    {
        var limit = (int)Math.Min(match.RequestSizeLimit ?? options.Value.MaxInboundSizeInBytes, options.Value.MaxInboundSizeInBytes);
        var body = await CappedBody.ReadAsync(http.Request.Body, limit, ct);
        if (body is null)
        {
            return match.ExposesTooLarge
                ? await RunAsync(http, match, Request(http, path, match, null, "Request too large"), ct)
                : Problem(StatusCodes.Status413PayloadTooLarge, "The request is too large.");
        }

        if (await IncomingRequest.ParseAsync(http.Request.ContentType, body, ct) is not { } parsed)
            return Problem(StatusCodes.Status400BadRequest, "The body is not valid JSON, or not what its content type says.");
        if (FileLimits.Check(match.Payload, parsed.Files) is { } refused)
        {
            return refused.IsExposed
                ? await RunAsync(http, match, Request(http, path, match, null, refused.Outcome), ct)
                : Problem(refused.Status, "A file is larger than allowed here, or of another kind.");
        }

        return await RunAsync(http, match, Request(http, path, match, parsed, null), ct);
    }

    // A start is preferred to a resume.
    private async Task<IReadOnlyList<EndpointMatch>> FindAsync(HttpContext http, string path, CancellationToken ct)
    {
        var method = http.Request.Method;
        var starts = content.Current.Workflows.Values
            .SelectMany(workflow => workflow.Triggers(clock.GetUtcNow()).Where(trigger => trigger.Name == Stimulus)
                .Select(trigger => EndpointMatch.Of(workflow.Definition.DefinitionId, trigger.ActivityId, trigger.Payload, method, path)))
            .OfType<EndpointMatch>()
            .ToList();
        if (starts.Count > 0)
            return starts;
        var instance = Chosen(http, "X-Workflow-Instance-ID", "workflowInstanceId");
        var correlation = Chosen(http, "X-Correlation-ID", "correlationId");
        await using var db = await databases.CreateDbContextAsync(ct);
        var waiting = await db.Bookmarks.AsNoTracking()
            .Where(b => b.Name == Stimulus
                && (instance == null || b.InstanceId == instance) && (correlation == null || b.CorrelationId == correlation))
            .ToListAsync(ct);
        return [.. waiting.Select(bookmark => EndpointMatch.Of(null, bookmark.Id, Payload(bookmark), method, path)).OfType<EndpointMatch>()];
    }

    // Limits are kept beside the payload, because they do not count for the hash.
    private static JsonObject Payload(StoredBookmark bookmark)
    {
        var payload = bookmark.PayloadJson is null ? [] : JsonNode.Parse(bookmark.PayloadJson)!.AsObject();
        foreach (var (name, value) in bookmark.MetadataJson is null ? [] : JsonNode.Parse(bookmark.MetadataJson)!.AsObject())
            payload[name] = value?.DeepClone();
        return payload;
    }

    private static async Task<bool> MayCallAsync(HttpContext http, EndpointMatch match)
    {
        if (!match.Authorize)
            return true;
        if (http.User.Identity?.IsAuthenticated != true)
            return false;
        return match.Policy is null
            || (await http.RequestServices.GetRequiredService<IAuthorizationService>().AuthorizeAsync(http.User, match.Policy)).Succeeded;
    }

    private async Task<IResult> RunAsync(HttpContext http, EndpointMatch match, WorkflowHttpRequest request, CancellationToken ct)
    {
        var actor = http.User.Identity?.Name ?? "http";
        var answer = match.DefinitionId is { } definition
            ? await runtime.StartAsync(
                new StartRequest
                {
                    DefinitionId = definition,
                    TriggerActivityId = match.Id,
                    CorrelationId = Chosen(http, "X-Correlation-ID", "correlationId"),
                    Http = request,
                },
                actor,
                ct)
            : await runtime.ResumeAsync(match.Id, null, request, actor, ct);
        return answer switch
        {
            RunAnswer.Done { HttpResponse: { } response } => new WrittenResponse(response),
            RunAnswer.Done { HasIncidents: true } => Problem(StatusCodes.Status500InternalServerError, "The workflow met an error."),
            RunAnswer.Done => Results.Ok(),
            RunAnswer.CannotStart => Problem(StatusCodes.Status409Conflict, "The workflow runs already and may run only once."),
            RunAnswer.Conflict => Problem(StatusCodes.Status409Conflict, "The workflow is being changed by somebody else."),
            _ => Problem(StatusCodes.Status404NotFound, "No workflow waits for this any more."),
        };
    }

    private static WorkflowHttpRequest Request(
        HttpContext http, string path, EndpointMatch match, IncomingRequest? body, string? outcome) => new()
        {
            Method = http.Request.Method.ToUpperInvariant(),
            Path = path,
            RouteData = match.Route,
            Query = Values(http.Request.Query),
            Headers = Values(http.Request.Headers.Where(header => !IsSecret(header.Key))),
            Content = body?.Content,
            Files = body?.Files ?? [],
            Outcomes = outcome is null ? [] : [outcome],
        };

    // They would be kept in the journal for everybody who may read it.
    private static bool IsSecret(string header) =>
        header.Equals("Authorization", StringComparison.OrdinalIgnoreCase) || header.Equals("Cookie", StringComparison.OrdinalIgnoreCase);

    private static JsonObject Values(IEnumerable<KeyValuePair<string, StringValues>> pairs) => new(pairs.Select(pair =>
        KeyValuePair.Create<string, JsonNode?>(
            pair.Key,
            pair.Value.Count == 1 ? pair.Value.ToString() : new JsonArray([.. pair.Value.Select(text => JsonValue.Create(text))]))));

    private static string? Chosen(HttpContext http, string header, string query) =>
        http.Request.Headers[header].FirstOrDefault() ?? http.Request.Query[query].FirstOrDefault();

    private static IResult Problem(int status, string detail) => Results.Problem(detail, statusCode: status);

    /// <summary>Sends what WriteHttpResponse wrote, after it is durable.</summary>
    private sealed class WrittenResponse(WorkflowHttpResponse response) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = response.StatusCode;
            foreach (var (name, value) in response.Headers)
                httpContext.Response.Headers[name] = value;
            if (response.Content is null)
                return;
            httpContext.Response.ContentType = response.ContentType ?? "text/plain";
            await httpContext.Response.WriteAsync(response.Content, httpContext.RequestAborted);
        }
    }
}
