using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Engine;
using WorkflowHost.Running;

namespace WorkflowHost.Delivery;

/// <summary>
/// Takes in signed messages of the plan's sources. Receipt and started workflow commit together; the answer is given
/// after that, so a sender that hears 202 never has to send again, and one that does changes nothing.
/// </summary>
internal sealed class InboundWebhooks
{
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    private readonly WorkUnits _units;
    private readonly Bursts _bursts;
    private readonly PublishedContent _content;
    private readonly IDbContextFactory<WorkDb> _databases;
    private readonly WebhookSources _sources;
    private readonly DeliveryOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<InboundWebhooks> _log;

    public InboundWebhooks(
        WorkUnits units, Bursts bursts, PublishedContent content, IDbContextFactory<WorkDb> databases, WebhookSources sources,
        IOptions<DeliveryOptions> options, TimeProvider clock, ILogger<InboundWebhooks> log)
    {
        _units = units;
        _bursts = bursts;
        _content = content;
        _databases = databases;
        _sources = sources;
        _options = options.Value;
        _clock = clock;
        _log = log;
    }

    public async Task<IResult> ReceiveAsync(string source, HttpRequest request, CancellationToken ct)
    {
        if (await CappedBody.ReadAsync(request.Body, _options.MaxInboundSizeInBytes, ct) is not { } body)
            return Problem(StatusCodes.Status413PayloadTooLarge, "The message is too large.");
        var known = _content.Plan.WebhookSources.FirstOrDefault(s => s.Key == source);
        // An unknown source is refused like a wrong signature, so that nobody learns which ones exist.
        var secret = known is null ? WebhookSignature.NewSecret() : await _sources.SecretOfAsync(source, ct);
        var verdict = InboundVerification.Check(
            request.Headers, body, [secret], _clock.GetUtcNow(), TimeSpan.FromSeconds(_options.ToleranceInSeconds), out var id);
        if (verdict == InboundVerdict.Malformed)
            return Problem(StatusCodes.Status400BadRequest, "webhook-id, webhook-timestamp and webhook-signature are needed, once each.");
        if (verdict != InboundVerdict.Genuine || known is null)
        {
            _log.LogWarning("A webhook for source {Source} was refused: {Verdict}", known?.Key ?? "unknown", verdict);
            return Problem(StatusCodes.Status401Unauthorized, "The signature is not valid for this source and time.");
        }

        return Parse(body) is { } message
            ? await StoreAsync(known.Key, known.Starts, id, body, message, ct)
            : Problem(StatusCodes.Status400BadRequest, "The body is not a JSON object.");
    }

    private async Task<IResult> StoreAsync(
        string source, string? starts, string id, byte[] body, JsonObject message, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(body));
        if (await FindReceiptAsync(source, id, ct) is { } before)
            return Repeated(before, hash);
        var (answer, result) = await _units.RunAsync<IResult>($"webhook:{source}", (session, snapshot) =>
            ValueTask.FromResult(Start(session, snapshot, source, starts, id, hash, message) is { } accepted
                ? WorkStep.Commit(accepted)
                : WorkStep.Nothing<IResult>(Problem(
                    StatusCodes.Status409Conflict, "The workflow of this source runs already; send it again later."))), ct);
        switch (result)
        {
            case CommitResult.Committed:
                return answer;
            case CommitResult.Duplicate:
                // The twin has committed in between: its receipt tells whether it said the same.
                return await FindReceiptAsync(source, id, ct) is { } twin ? Repeated(twin, hash) : Busy();
            default:
                return Busy();
        }
    }

    private async Task<WebhookReceipt?> FindReceiptAsync(string source, string id, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        return await db.WebhookReceipts.AsNoTracking().SingleOrDefaultAsync(r => r.Source == source && r.MessageId == id, ct);
    }

    // Null when the workflow may not be started now: nothing is stored, and the sender comes back.
    private IResult? Start(
        WorkSession session, ContentSnapshot snapshot, string source, string? starts, string id, string hash, JsonObject message)
    {
        var receipt = new WebhookReceipt
        {
            Id = Guid.CreateVersion7(session.Now),
            Source = source,
            MessageId = id,
            BodyHash = hash,
            At = session.Now,
        };
        session.AddReceipt(receipt);
        if (starts is not null && snapshot.FindWorkflow(starts) is { } workflow)
        {
            receipt.InstanceId = BurstHost.NewInstanceId();
            var started = _bursts.Start(session, snapshot, workflow, receipt.InstanceId, new StartWorkflow
            {
                Input = new JsonObject
                {
                    ["Payload"] = (message["data"] ?? message).DeepClone(),
                    ["Source"] = source,
                    ["EventType"] = message["type"]?.DeepClone(),
                },
            }, new BurstOrigin(null), StartDoor.Webhook);
            if (started is null)
                return null;
        }

        return Accepted(receipt.InstanceId);
    }

    private static IResult Repeated(WebhookReceipt receipt, string hash) => receipt.BodyHash == hash
        ? Accepted(receipt.InstanceId)
        : Problem(StatusCodes.Status409Conflict, "This webhook-id was received before with another body.");

    private static IResult Accepted(string? instanceId) =>
        TypedResults.Json(new JsonObject { ["instanceId"] = instanceId }, statusCode: StatusCodes.Status202Accepted);

    private static ProblemHttpResult Busy() =>
        Problem(StatusCodes.Status503ServiceUnavailable, "Too much is waiting; send it again.");

    private static ProblemHttpResult Problem(int status, string detail) => TypedResults.Problem(detail, statusCode: status);

    private static JsonObject? Parse(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body, documentOptions: Reading) as JsonObject;
        }
        catch (JsonException)
        {
            // The caller answers 400: what cannot be read is the sender's mistake.
            return null;
        }
    }
}
