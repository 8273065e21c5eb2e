using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace WorkflowHost.Features.Shared.Errors;

/// <summary>What a person sees instead of a bare status: what happened, and the way on. Programs get problem details.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ErrorController : Controller
{
    [Route("/error/{status:int}")]
    public IActionResult Show(int status)
    {
        var reference = Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
        if (!Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
            return Problem(statusCode: status, extensions: new Dictionary<string, object?> { ["reference"] = reference });

        Response.StatusCode = status;
        return View("Error", new ErrorPage(status, reference));
    }
}
