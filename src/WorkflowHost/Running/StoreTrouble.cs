using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Data;

namespace WorkflowHost.Running;

/// <summary>
/// Tells programs that the store cannot write now: 503 and when to come back, 507 when only more space will help. What
/// they sent may or may not be stored; the same idempotency key finds out. People get the error page.
/// </summary>
internal sealed class StoreTrouble(ILogger<StoreTrouble> log) : IExceptionHandler
{
    private const string ComeBackInSeconds = "2";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not (StoreBusyException or StoreUnavailableException)
            || httpContext.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
            return false;
        log.LogError(exception, "The store could not take what {Path} sent", httpContext.Request.Path);
        var isFull = exception is StoreUnavailableException { IsFull: true };
        var status = isFull ? StatusCodes.Status507InsufficientStorage : StatusCodes.Status503ServiceUnavailable;
        httpContext.Response.StatusCode = status;
        if (!isFull)
            httpContext.Response.Headers.RetryAfter = ComeBackInSeconds;
        var problem = new ProblemDetails
        {
            Status = status,
            Title = isFull ? "The disk is full." : "The store cannot take more just now.",
            Detail = "Send the same again with the same idempotency key.",
        };
        await httpContext.Response.WriteAsJsonAsync(problem, options: null, "application/problem+json", cancellationToken);
        return true;
    }
}
