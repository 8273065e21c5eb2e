namespace WorkflowHost.Features.Workflows.Wire;

/// <summary>
/// Stands before the API and the hub. Studio cannot send an antiforgery token, so the browser's own word is taken: an
/// unsafe request must say that it comes from this origin. And no exception leaves as a 5xx (see <see cref="StudioProblem"/>).
/// </summary>
public sealed class StudioApiGuard(RequestDelegate next, ILogger<StudioApiGuard> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsAllowed(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await StudioProblem.BadRequest(e.Message).ExecuteAsync(context);
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            log.LogError(e, "The Studio API failed at {Method} {Path}", context.Request.Method, context.Request.Path);
            await StudioProblem.BadRequest($"Error interno; referencia {context.TraceIdentifier}.").ExecuteAsync(context);
        }
    }

    private static bool IsAllowed(HttpRequest request)
    {
        // A WebSocket upgrade is a GET, and no browser rule keeps another site from asking for one.
        var isUnsafe = !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
                       || request.Headers.ContainsKey("Sec-WebSocket-Key");
        if (!isUnsafe)
            return true;
        // Browsers leave Sec-Fetch-Site out on plain http (except localhost); Origin is always sent with unsafe methods.
        if (request.Headers["Sec-Fetch-Site"].FirstOrDefault() is { Length: > 0 } site && site != "same-origin")
            return false;
        return request.Headers.Origin.FirstOrDefault() is { Length: > 0 } origin
            ? Uri.TryCreate(origin, UriKind.Absolute, out var uri) && IsOwnHost(uri, request.Host)
            : request.Headers.ContainsKey("Sec-Fetch-Site");
    }

    // The scheme is not compared: behind a proxy that ends TLS we see http where the browser sees https.
    private static bool IsOwnHost(Uri origin, HostString own) =>
        string.Equals(origin.Host, own.Host, StringComparison.OrdinalIgnoreCase)
        && (own.Port is null ? origin.IsDefaultPort : own.Port == origin.Port);
}
