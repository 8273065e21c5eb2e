using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using WorkflowHost.Content;
using WorkflowHost.Running;
using WorkflowHost.Tests.Running;
using WorkflowHost.Engine;

namespace WorkflowHost.Tests.Pages;

/// <summary>A designer sees, applies and takes back a move of running instances.</summary>
[Collection(PortalCollection.Name)]
public sealed class MigrationPagesTests(PortalHost host)
{
    [Fact]
    public async Task A_designer_previews_applies_and_undoes()
    {
        await PublishAsync("pages-move", "uno", "dos");
        var started = await StartAsync("pages-move");
        await PublishAsync("pages-move", "uno", "dos", "tres");
        var client = await host.SignInAsync("diseno");

        var list = await client.GetStringAsync("/designer/migrations");
        var preview = await client.GetStringAsync("/designer/migrations/preview?definition=pages-move");
        var applied = await client.PostFormAsync(
            "/designer/migrations/preview?definition=pages-move", "/designer/migrations", ("definition", "pages-move"));

        list.ShouldContain("/designer/migrations/preview?definition=pages-move");
        preview.ShouldContain(started);
        applied.StatusCode.ShouldBe(HttpStatusCode.Found);
        var address = applied.Headers.Location.ShouldNotBeNull().ToString();
        await UntilAsync(client, address, "applied");
        (await client.PostFormAsync(address, address + "/undo")).StatusCode.ShouldBe(HttpStatusCode.Found);
        var status = await UntilAsync(client, address, "undone");
        status["takenBack"]!.GetValue<int>().ShouldBe(1);
        (await client.GetStringAsync(address)).ShouldContain(started);
    }

    [Fact]
    public async Task The_interface_answers_with_problem_details()
    {
        var client = await host.SignInAsync("diseno");
        var token = PortalHost.TokenIn(await client.GetStringAsync("/designer/migrations"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/migrations");
        request.Headers.Add("X-CSRF-Token", token);
        request.Content = JsonContent.Create(new { definitionId = "nothing", toVersionId = "nothing" });

        var answer = await client.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadFromJsonAsync<JsonObject>())!["code"]!.ToString().ShouldBe("migration.missing");
    }

    private async Task PublishAsync(string id, params string[] steps)
    {
        var flow = WorkflowText.Flow(id).Step("begin", "Elsa.Start");
        foreach (var step in steps)
            flow.Step(step, "Elsa.Event", ("eventName", id + step));
        flow.Connect("begin", steps[0]);
        foreach (var (from, to) in steps.Zip(steps.Skip(1)))
            flow.Connect(from, to);
        var answer = await host.Services.GetRequiredService<ContentPublishing>().PublishWorkflowAsync(
            WorkflowDefinition.Parse(flow.Json.ToJsonString()), "tester", CancellationToken.None);
        answer.IsPublished.ShouldBeTrue(string.Join('\n', answer.Mistakes));
    }

    private async Task<string> StartAsync(string id) => (await host.Services.GetRequiredService<WorkflowRuntime>()
        .StartAsync(new StartRequest { DefinitionId = id }, "tester", CancellationToken.None)).ShouldBeOfType<RunAnswer.Done>().InstanceId;

    private static async Task<JsonObject> UntilAsync(HttpClient client, string page, string state)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var status = (await client.GetFromJsonAsync<JsonObject>(page.Replace("/designer/", "/api/", StringComparison.Ordinal)))!;
            if (status["state"]!.ToString() == state)
                return status;
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        throw new TimeoutException($"The migration never became {state}.");
    }
}
