using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WorkflowHost.Content;
using WorkflowHost.Engine;
using WorkflowHost.Running;
using WorkflowHost.Tests.Running;

namespace WorkflowHost.Tests.Pages;

/// <summary>What has stopped is seen by whoever can mend it, and by nobody as nothing.</summary>
[Collection(PortalCollection.Name)]
public sealed class IncidentPagesTests(PortalHost host)
{
    [Fact]
    public async Task A_designer_sees_what_stopped_tries_it_again_and_cancels_it()
    {
        var json = WorkflowText.Flow("pages-stop").Step("begin", "Elsa.Start").Step("fail", "Elsa.Fault", ("message", "no-hay-camas"))
            .Connect("begin", "fail").Json;
        (await host.Services.GetRequiredService<ContentPublishing>().PublishWorkflowAsync(
            WorkflowDefinition.Parse(json.ToJsonString()), "tester", CancellationToken.None)).IsPublished.ShouldBeTrue();
        var started = (await host.Services.GetRequiredService<WorkflowRuntime>()
            .StartAsync(new StartRequest { DefinitionId = "pages-stop" }, "tester", CancellationToken.None)).ShouldBeOfType<RunAnswer.Done>();
        var client = await host.SignInAsync("diseno");

        var page = await client.GetStringAsync("/designer/incidents");
        page.ShouldContain(started.InstanceId);
        page.ShouldContain("no-hay-camas");
        var retry = page.Split($"/designer/incidents/{started.InstanceId}/")[1].Split("/retry")[0];

        (await client.PostFormAsync("/designer/incidents", $"/designer/incidents/{started.InstanceId}/{retry}/retry"))
            .StatusCode.ShouldBe(HttpStatusCode.Found);
        (await client.PostFormAsync("/designer/incidents", $"/designer/incidents/{started.InstanceId}/cancel"))
            .StatusCode.ShouldBe(HttpStatusCode.Found);

        (await client.GetStringAsync("/designer/incidents")).ShouldNotContain(started.InstanceId);
        (await client.PostFormAsync("/designer/incidents", $"/designer/incidents/{started.InstanceId}/cancel"))
            .StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }
}
