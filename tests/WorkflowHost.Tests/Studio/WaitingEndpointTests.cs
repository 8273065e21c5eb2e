using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Engine;
using WorkflowHost.Running;
using WorkflowHost.Tests.Pages;
using WorkflowHost.Tests.Running;

namespace WorkflowHost.Tests.Studio;

/// <summary>Elsa's runtime API for events, tasks and retries.</summary>
[Collection(PortalCollection.Name)]
public sealed class WaitingEndpointTests(PortalHost host)
{
    [Fact]
    public async Task An_event_and_a_task_reported_by_a_program_continue_the_workflow()
    {
        var json = WorkflowText.Flow("api-wait").Step("begin", "Elsa.Start")
            .Step("event", "Elsa.Event", ("eventName", "api-bell"))
            .Step("task", "Elsa.RunTask", ("taskName", "count")).Connect("begin", "event").Connect("event", "task").Json;
        var id = await StartAsync(json);
        var client = await SignInAsync();

        await client.CallAsync("/events/api-bell/trigger", new JsonObject { ["input"] = "ding" });
        await UntilAsync(id, "task");
        var taskId = await TaskIdAsync(id);
        await client.CallAsync($"/tasks/{taskId}/complete", new JsonObject { ["result"] = 3 });

        await UntilAsync(id, null);
    }

    [Fact]
    public async Task A_task_nobody_waits_for_is_accepted_and_kept()
    {
        var client = await SignInAsync();

        await client.CallAsync("/tasks/0123456789abcdef/complete", new JsonObject());

        await using var db = Db();
        for (var attempt = 0; attempt < 100 && !await db.QueuedStimuli.AnyAsync(s => s.Name == "0123456789abcdef"); attempt++)
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        (await db.QueuedStimuli.SingleAsync(s => s.Name == "0123456789abcdef")).State.ShouldBe(StimulusState.Waiting);
    }

    [Fact]
    public async Task A_retry_names_the_instances_and_says_what_it_did()
    {
        var id = await StartAsync(WorkflowText.Flow("api-stop").Step("begin", "Elsa.Start").Step("fail", "Elsa.Fault", ("message", "x"))
            .Connect("begin", "fail").Json);
        var client = await SignInAsync();

        var answer = await client.CallAsync(
            "/alterations/workflows/retry", new JsonObject { ["workflowInstanceIds"] = new JsonArray(id, "unknown") });

        answer["results"]!.AsArray().Select(result => (int)result!["retried"]!).ShouldBe([1, 0]);
    }

    private async Task<HttpClient> SignInAsync()
    {
        var client = await host.SignInAsync("diseno");
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return client;
    }

    private async Task<string> StartAsync(JsonObject json)
    {
        (await host.Services.GetRequiredService<ContentPublishing>().PublishWorkflowAsync(
            WorkflowDefinition.Parse(json.ToJsonString()), "tester", CancellationToken.None)).IsPublished.ShouldBeTrue();
        return (await host.Services.GetRequiredService<WorkflowRuntime>().StartAsync(
            new StartRequest { DefinitionId = json["definitionId"]!.ToString() }, "tester", CancellationToken.None))
            .ShouldBeOfType<RunAnswer.Done>().InstanceId;
    }

    private async Task UntilAsync(string instanceId, string? waitsAt)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            await using var db = Db();
            if ((await db.Bookmarks.Where(b => b.InstanceId == instanceId).Select(b => b.ActivityId).FirstOrDefaultAsync()) == waitsAt)
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        throw new TimeoutException($"{instanceId} never waited at {waitsAt ?? "nothing"}.");
    }

    private async Task<string> TaskIdAsync(string instanceId)
    {
        await using var db = Db();
        var payload = await db.Bookmarks.Where(b => b.InstanceId == instanceId).Select(b => b.PayloadJson).SingleAsync();
        return JsonNode.Parse(payload!)!["TaskId"]!.ToString();
    }

    private WorkDb Db() => host.Services.GetRequiredService<IDbContextFactory<WorkDb>>().CreateDbContext();
}
