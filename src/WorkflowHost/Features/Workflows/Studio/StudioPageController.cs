using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace WorkflowHost.Features.Workflows.Studio;

/// <summary>
/// One page carries all four elements of Studio; which one is shown follows from the address, in the browser, because
/// Studio moves about with <c>history.pushState</c>. So every deep link answers with this same page.
/// </summary>
[Authorize(WorkflowsFeature.Permission)]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class StudioPageController(StudioFiles files, IOptions<StudioOptions> options) : Controller
{
    // The hashes are those of the two inline hot-key scripts that the editor and the instance list of 3.8.2 inject;
    // Monaco needs blob workers, Blazor needs wasm-unsafe-eval, MudBlazor writes inline styles.
    private const string ContentSecurityPolicy =
        "default-src 'self'; base-uri 'self'; object-src 'none'; frame-ancestors 'self'; form-action 'self'; "
        + "script-src 'self' 'wasm-unsafe-eval' 'sha256-snlP1jz0gjwc5cTz9ErZcliXuCK63+Mmf68RRCeptgc=' "
        + "'sha256-vu6sQrKXQHR4Yn3FMMihA/9TxxfIXnCxKwvLrTPJ5ts='; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self'";

    [HttpGet("/studio")]
    public IActionResult Enter() => LocalRedirect("~/studio/workflows/definitions");

    [HttpGet("/studio/workflows/{**rest}")]
    [HttpGet("/studio/alterations/{**rest}")]
    public IActionResult Page()
    {
        Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        Response.Headers.CacheControl = "no-cache";
        var model = new StudioPage(files.ArePresent, options.Value.Culture);
        return View("~/Features/Workflows/Studio/StudioPage.cshtml", model);
    }

    /// <summary>Studio's data panels link to <c>/workflows/…</c> without the base address of the page.</summary>
    [HttpGet("/workflows/definitions/{**rest}")]
    [HttpGet("/workflows/instances/{**rest}")]
    public IActionResult Follow() => LocalRedirect("~/studio" + Request.Path + Request.QueryString);
}
