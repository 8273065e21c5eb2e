using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WorkflowHost.Data;
using WorkflowHost.Data.Tests.Databases;
using WorkflowHost.Delivery;
using WorkflowHost.Running;
using WorkflowHost.Tests.Running;

namespace WorkflowHost.Tests.Webhooks;

public sealed class OutboundWebhookTests
{
    [Fact]
    public async Task An_event_goes_out_signed_once_per_subscriber()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var stage = await WorkStage.OpenAsync(new SqliteDatabases(), Receiver.Allowance(receiver));
        var secret = await SubscribeAsync(stage, receiver.Url, "person.placed");
        await SubscribeAsync(stage, receiver.Url, "something.else");

        await PlaceAsync(stage);

        var received = receiver.Requests.ShouldHaveSingleItem();
        var timestamp = long.Parse(received.Timestamp, System.Globalization.CultureInfo.InvariantCulture);
        WebhookSignature.Verify([secret], received.Id, timestamp, received.Body, received.Signature).ShouldBeTrue();
        var body = System.Text.Json.Nodes.JsonNode.Parse(received.Body)!;
        body["type"]!.ToString().ShouldBe("person.placed");
        body["data"]!["caseId"].ShouldNotBeNull();
        body.ToJsonString().ShouldNotContain("Ana");
        await using var db = stage.OpenDb();
        (await db.WebhookDeliveries.SingleAsync()).Succeeded.ShouldBeTrue();
        (await db.Outbox.CountAsync(m => m.State == OutboxState.Pending)).ShouldBe(0);
    }

    [Fact]
    public async Task A_failed_delivery_is_tried_again_with_the_same_id_and_a_new_timestamp()
    {
        await using var receiver = await Receiver.StartAsync(HttpStatusCode.InternalServerError, HttpStatusCode.OK);
        await using var stage = await WorkStage.OpenAsync(new SqliteDatabases(), Receiver.Allowance(receiver));
        await SubscribeAsync(stage, receiver.Url, "person.placed");
        await PlaceAsync(stage);
        stage.Clock.AdvanceTo(stage.Clock.GetUtcNow().AddSeconds(10));

        await stage.Drain.DrainAsync(CancellationToken.None);

        receiver.Requests.Count.ShouldBe(2);
        receiver.Requests.Select(r => r.Id).Distinct().Count().ShouldBe(1);
        receiver.Requests.Select(r => r.Timestamp).Distinct().Count().ShouldBe(2);
        await using var db = stage.OpenDb();
        (await db.WebhookDeliveries.OrderBy(d => d.Attempt).Select(d => d.StatusCode).ToListAsync()).ShouldBe([500, 200]);
        (await db.WebhookEndpoints.SingleAsync()).FailingSince.ShouldBeNull();
    }

    [Fact]
    public async Task An_endpoint_that_is_gone_is_switched_off()
    {
        await using var receiver = await Receiver.StartAsync(HttpStatusCode.Gone);
        await using var stage = await WorkStage.OpenAsync(new SqliteDatabases(), Receiver.Allowance(receiver));
        await SubscribeAsync(stage, receiver.Url, "person.placed");

        await PlaceAsync(stage);

        await using var db = stage.OpenDb();
        (await db.WebhookEndpoints.SingleAsync()).IsEnabled.ShouldBeFalse();
        (await db.Outbox.SingleAsync(m => m.Kind == "Webhook")).State.ShouldBe(OutboxState.Dead);
    }

    [Fact]
    public async Task After_the_last_attempt_a_dead_letter_stays_visible()
    {
        await using var receiver = await Receiver.StartAsync(HttpStatusCode.ServiceUnavailable);
        await using var stage = await WorkStage.OpenAsync(new SqliteDatabases(), Receiver.Allowance(receiver));
        await SubscribeAsync(stage, receiver.Url, "person.placed");
        await PlaceAsync(stage);

        for (var i = 0; i < 12; i++)
        {
            stage.Clock.AdvanceTo(stage.Clock.GetUtcNow().AddHours(27));
            await stage.Drain.DrainAsync(CancellationToken.None);
        }

        receiver.Requests.Count.ShouldBe(10);
        await using var db = stage.OpenDb();
        var dead = await db.Outbox.SingleAsync(m => m.Kind == "Webhook");
        dead.State.ShouldBe(OutboxState.Dead);
        dead.LastError.ShouldBe("status 503");
    }

    [Fact]
    public async Task A_private_address_is_refused_unless_it_is_allow_listed()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var stage = await WorkStage.OpenAsync(
            new SqliteDatabases(), new Dictionary<string, string?> { ["Delivery:AllowPlainHttp"] = "true" });
        await SubscribeAsync(stage, receiver.Url, "person.placed");

        await PlaceAsync(stage);

        receiver.Requests.ShouldBeEmpty();
        await using var db = stage.OpenDb();
        (await db.WebhookDeliveries.SingleAsync()).StatusCode.ShouldBeNull();
    }

    [Fact]
    public async Task A_slow_receiver_delays_nobody_else()
    {
        await using var slow = await Receiver.StartAsync();
        await using var quick = await Receiver.StartAsync();
        slow.Hold();
        var child = WorkflowText.Flow("child").Step("begin", "Elsa.Start").Json;
        var parent = WorkflowText.Flow("parent").Step("begin", "Elsa.Start")
            .Step("ask", "Elsa.DispatchWorkflow", ("workflowDefinitionId", "child")).Connect("begin", "ask").Json;
        await using var stage = await WorkStage.OpenAsync(new SqliteDatabases(), Receiver.Allowance(slow, quick), child, parent);
        await SubscribeAsync(stage, slow.Url, "person.placed");
        await SubscribeAsync(stage, quick.Url, "person.placed");
        using var worker = new LaneWorker(stage.Services.GetRequiredService<OutboxLanes>(), NullLogger<LaneWorker>.Instance);
        await worker.StartAsync(CancellationToken.None);
        for (var i = 0; i < 8; i++)
        {
            await stage.ArriveAsync($"Person {i}");
            await stage.CheckAsync((await stage.OpenTasksAsync()).Single().Id, "fit");
        }

        await stage.Runtime.StartAsync(new StartRequest { DefinitionId = "parent" }, "tester", CancellationToken.None);
        await stage.Drain.CarryMessagesAsync(CancellationToken.None);

        await quick.UntilAsync(8);
        await using (var db = stage.OpenDb())
        {
            (await db.Instances.CountAsync(i => i.DefinitionId == "child")).ShouldBe(1);
            (await db.WebhookDeliveries.CountAsync()).ShouldBe(8);
        }

        slow.Requests.Count.ShouldBe(0);
        slow.Release();
        await slow.UntilAsync(8);
        await worker.StopAsync(CancellationToken.None);
        slow.Requests.Select(request => request.Id).ShouldBeUnique();
    }

    private static async Task<string> SubscribeAsync(WorkStage stage, string url, string eventType)
    {
        var secret = WebhookSignature.NewSecret();
        await using var db = stage.OpenDb();
        db.WebhookEndpoints.Add(new WebhookEndpoint
        {
            Url = url,
            Secret = stage.Services.GetRequiredService<WebhookSecrets>().Protect(secret),
            EventTypes = [eventType],
            CreatedAt = stage.Clock.GetUtcNow(),
        });
        await db.SaveChangesAsync();
        await stage.Services.GetRequiredService<WebhookSubscriptions>().RefreshAsync(CancellationToken.None);
        return secret;
    }

    private static async Task PlaceAsync(WorkStage stage)
    {
        await stage.ArriveAsync("Ana");
        await stage.CheckAsync((await stage.OpenTasksAsync()).Single().Id, "fit");
        await stage.Drain.DrainAsync(CancellationToken.None);
    }
}
