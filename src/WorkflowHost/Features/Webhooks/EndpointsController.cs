using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Features.Webhooks;

/// <summary>Pages about the receivers of our webhooks.</summary>
[Authorize(Permissions.ManageWebhooks)]
public sealed class EndpointsController(EndpointBook book, SourceDesk sources) : Controller
{
    [HttpGet("/webhook-endpoints")]
    public async Task<IActionResult> Index(CancellationToken stop) =>
        View("Endpoints", await book.ReadAsync(new EndpointDraft(), null, null, stop));

    [HttpPost("/webhook-endpoints")]
    public async Task<IActionResult> Add(EndpointDraft draft, CancellationToken stop)
    {
        var secret = ModelState.IsValid ? await book.AddAsync(draft, stop) : null;
        ModelState.Clear();
        if (secret is not null)
            return View("Endpoints", await book.ReadAsync(new EndpointDraft(), secret, null, stop));

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Endpoints", await book.ReadAsync(draft, null, "webhooks.badUrl", stop));
    }

    [HttpPost("/webhook-endpoints/{id:guid}/enabled")]
    public async Task<IActionResult> Switch(Guid id, bool isEnabled, CancellationToken stop) =>
        await book.SwitchAsync(id, isEnabled, stop) ? LocalRedirect("/webhook-endpoints") : NotFound();

    [HttpPost("/webhook-endpoints/sources/{source}/secret")]
    public async Task<IActionResult> ShowSecret(string source, CancellationToken stop) => await Secret(await sources.ShowAsync(source, stop), stop);

    [HttpPost("/webhook-endpoints/sources/{source}/rotation")]
    public async Task<IActionResult> RotateSecret(string source, CancellationToken stop) => await Secret(await sources.RotateAsync(source, stop), stop);

    private async Task<IActionResult> Secret(string? secret, CancellationToken stop) =>
        secret is null ? NotFound() : View("Endpoints", await book.ReadAsync(new EndpointDraft(), secret, null, stop));

    [HttpGet("/webhook-endpoints/{id:guid}")]
    public async Task<IActionResult> Deliveries(Guid id, CancellationToken stop, int page = 1) =>
        await book.DeliveriesAsync(id, page, stop) is { } deliveries ? View("Deliveries", deliveries) : NotFound();

    [HttpPost("/webhook-endpoints/{id:guid}/deliveries/{deliveryId:guid}/again")]
    public async Task<IActionResult> SendAgain(Guid id, Guid deliveryId, CancellationToken stop) =>
        await book.SendAgainAsync(id, deliveryId, stop) ? LocalRedirect($"/webhook-endpoints/{id}?sent=1") : NotFound();
}
