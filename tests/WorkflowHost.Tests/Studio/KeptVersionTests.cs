using System.Net;
using System.Text.Json.Nodes;
using static WorkflowHost.Tests.Studio.StudioCalls;

namespace WorkflowHost.Tests.Studio;

/// <summary>Studio's lists and viewer ask for the version an instance ran with, whatever became of it.</summary>
[Collection(StudioCollection.Name)]
public sealed class KeptVersionTests(StudioHost host)
{
    private readonly HttpClient _studio = host.Designer();

    [Fact]
    public async Task A_deleted_definition_is_still_shown_to_the_instances_that_ran_it()
    {
        var published = await _studio.PublishAsync(await _studio.CreateWithAsync(WaitForEvent));
        var (id, versionId) = (published.Text("definitionId"), published.Text("id"));
        await _studio.CallAsync($"/workflow-definitions/{id}/execute", new JsonObject());

        using var deleted = await _studio.DeleteAsync($"{Api}/workflow-definitions/{id}");
        using var again = await _studio.DeleteAsync($"{Api}/workflow-definitions/{id}");

        (deleted.StatusCode, again.StatusCode).ShouldBe((HttpStatusCode.NoContent, HttpStatusCode.NotFound));
        (await _studio.ReadAsync($"/workflow-definitions/by-id/{versionId}"))["root"]!["activities"]!.AsArray().Count.ShouldBe(1);
        (await _studio.ReadAsync($"/workflow-definitions?versionOptions=&Ids={versionId}"))["items"]!.AsArray().ShouldHaveSingleItem();
        (await _studio.ReadAsync($"/workflow-definitions?versionOptions=LatestOrPublished&DefinitionIds={id}"))["items"]!.AsArray().ShouldBeEmpty();
        (await _studio.StatusAsync($"/workflow-definitions/by-definition-id/{id}?versionOptions=Latest")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_version_that_ran_is_not_deleted()
    {
        var first = await _studio.PublishAsync(await _studio.CreateWithAsync(WaitForEvent));
        await _studio.CallAsync($"/workflow-definitions/{first.Text("definitionId")}/execute", new JsonObject());
        await _studio.PublishAsync(first);

        using var deleted = await _studio.DeleteAsync($"{Api}/workflow-definition-versions/{first.Text("id")}");
        var bulk = await _studio.CallAsync("/bulk-actions/delete/workflow-definitions/by-id", new JsonObject { ["ids"] = new JsonArray(first.Text("id")) });

        deleted.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        bulk.Number("deleted").ShouldBe(0);
        (await _studio.StatusAsync($"/workflow-definitions/by-id/{first.Text("id")}")).ShouldBe(HttpStatusCode.OK);
    }
}
