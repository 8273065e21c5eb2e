using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowHost.Content;
using WorkflowHost.Data;
using static WorkflowHost.Tests.Studio.StudioCalls;

namespace WorkflowHost.Tests.Studio;

[Collection(StudioCollection.Name)]
public sealed class DefinitionVersioningTests(StudioHost host)
{
    private readonly HttpClient _studio = host.Designer();

    [Fact]
    public async Task Creating_takes_nulls_and_answers_with_all_collections_node_ids_and_links()
    {
        var created = await _studio.CreateAsync();

        created.Text("id").Length.ShouldBe(16);
        created.Number("version").ShouldBe(1);
        created.Flag("isLatest").ShouldBeTrue();
        created.Flag("isPublished").ShouldBeFalse();
        foreach (var list in new[] { "variables", "inputs", "outputs", "outcomes" })
            created[list].ShouldBeOfType<JsonArray>(list);
        created["customProperties"].ShouldBeOfType<JsonObject>();
        created["options"]!["autoUpdateConsumingWorkflows"]!.GetValue<bool>().ShouldBeFalse();
        created["root"].Text("nodeId").ShouldBe("Workflow1:3ec15ad6b30e8f7a");
        created["links"]!.AsArray().Select(l => l.Text("rel")).ShouldContain("publish");
        created["createdAt"]!.GetValue<DateTimeOffset>().Year.ShouldBeGreaterThan(2000);
    }

    [Fact]
    public async Task Saving_a_draft_keeps_its_id_and_version()
    {
        var created = await _studio.CreateAsync();
        created["description"] = "otra";

        var saved = (await _studio.SaveAsync(created))["workflowDefinition"]!;

        saved.Text("id").ShouldBe(created.Text("id"));
        saved.Number("version").ShouldBe(1);
        saved.Text("description").ShouldBe("otra");
    }

    [Fact]
    public async Task Echoes_of_version_and_flags_are_not_believed()
    {
        var created = await _studio.CreateAsync();
        (created["version"], created["isPublished"], created["id"]) = (77, true, "made-up");

        var saved = (await _studio.SaveAsync(created))["workflowDefinition"]!;

        saved.Number("version").ShouldBe(1);
        saved.Flag("isPublished").ShouldBeFalse();
        saved.Text("id").ShouldNotBe("made-up");
    }

    [Fact]
    public async Task Saving_a_published_version_makes_a_draft_and_the_published_one_goes_on()
    {
        var published = await _studio.PublishAsync(await _studio.CreateWithAsync(SetName));

        var draft = (await _studio.SaveAsync(published))["workflowDefinition"]!;

        draft.Number("version").ShouldBe(2);
        draft.Text("id").ShouldNotBe(published.Text("id"));
        var before = await _studio.ReadAsync($"/workflow-definitions/by-id/{published.Text("id")}");
        before.Flag("isPublished").ShouldBeTrue();
        before.Flag("isLatest").ShouldBeFalse();
    }

    [Fact]
    public async Task Publishing_leaves_one_latest_and_one_published_version()
    {
        var first = await _studio.PublishAsync(await _studio.CreateWithAsync(SetName));

        var second = await _studio.PublishAsync(first);

        second.Number("version").ShouldBe(2);
        var old = await _studio.ReadAsync($"/workflow-definitions/by-id/{first.Text("id")}");
        (old.Flag("isPublished"), old.Flag("isLatest")).ShouldBe((false, false));
    }

    [Fact]
    public async Task A_published_version_is_in_force_without_a_restart()
    {
        var content = host.Services.GetRequiredService<PublishedContent>();
        var published = await _studio.PublishAsync(await _studio.CreateWithAsync(SetName));

        content.Current.FindWorkflow(published.Text("definitionId"))!.Definition.Id.ShouldBe(published.Text("id"));
        var next = await _studio.PublishAsync(published);

        content.Current.FindWorkflow(published.Text("definitionId"))!.Definition.Id.ShouldBe(next.Text("id"));
    }

    [Fact]
    public async Task Publishing_indexes_triggers_and_retracting_removes_them()
    {
        var trigger = WaitForEvent.Replace("\"version\":1", "\"version\":1,\"customProperties\":{\"canStartWorkflow\":true}", StringComparison.Ordinal);
        var published = await _studio.PublishAsync(await _studio.CreateWithAsync(trigger));
        var definitionId = published.Text("definitionId");

        (await TriggersAsync(definitionId)).ShouldHaveSingleItem().DefinitionVersionId.ShouldBe(published.Text("id"));
        var retracted = await _studio.CallAsync($"/workflow-definitions/{definitionId}/retract", new JsonObject());

        retracted.Flag("isPublished").ShouldBeFalse();
        (await TriggersAsync(definitionId)).ShouldBeEmpty();
        await _studio.CallAsync($"/workflow-definitions/{definitionId}/retract", new JsonObject(), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_version_that_was_ever_published_is_not_written_again()
    {
        var published = await _studio.PublishAsync(await _studio.CreateWithAsync(SetName));
        await _studio.CallAsync($"/workflow-definitions/{published.Text("definitionId")}/retract", new JsonObject());

        var saved = (await _studio.SaveAsync(published))["workflowDefinition"]!;

        saved.Number("version").ShouldBe(2);
    }

    [Fact]
    public async Task The_list_publishes_the_stored_draft_and_says_when_there_was_nothing_to_do()
    {
        var draft = await _studio.CreateWithAsync(SetName);
        var path = $"/workflow-definitions/{draft.Text("definitionId")}/publish";

        (await _studio.CallAsync(path, new JsonObject())).Flag("alreadyPublished").ShouldBeFalse();
        (await _studio.CallAsync(path, new JsonObject())).Flag("alreadyPublished").ShouldBeTrue();
    }

    [Fact]
    public async Task Reverting_copies_an_old_version_into_a_new_draft()
    {
        var first = await _studio.PublishAsync(await _studio.CreateWithAsync(SetName));
        first["root"]!["activities"]!.AsArray().Add(JsonNode.Parse(Finish));
        var second = await _studio.PublishAsync(first);

        var summary = await _studio.CallAsync($"/workflow-definitions/{first.Text("definitionId")}/revert/1", null);

        summary.Number("version").ShouldBe(3);
        summary.Flag("isLatest").ShouldBeTrue();
        var reverted = await _studio.ReadAsync($"/workflow-definitions/by-id/{summary.Text("id")}");
        reverted["root"]!["activities"]!.AsArray().Count.ShouldBe(1);
        (await _studio.ReadAsync($"/workflow-definitions/by-id/{second.Text("id")}")).Flag("isPublished").ShouldBeTrue();
    }

    [Fact]
    public async Task Deleting_the_latest_version_makes_the_one_below_the_latest()
    {
        var published = await _studio.PublishAsync(await _studio.CreateWithAsync(SetName));
        var draft = (await _studio.SaveAsync(published))["workflowDefinition"]!;

        using var deleted = await _studio.DeleteAsync($"{Api}/workflow-definition-versions/{draft.Text("id")}");

        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var latest = await _studio.ReadAsync($"/workflow-definitions/by-definition-id/{published.Text("definitionId")}?versionOptions=Latest");
        latest.Text("id").ShouldBe(published.Text("id"));
    }

    [Fact]
    public async Task Deleting_a_definition_removes_all_versions_and_then_says_not_found()
    {
        var published = await _studio.PublishAsync(await _studio.CreateWithAsync(SetName));
        await _studio.SaveAsync(published);
        var path = $"{Api}/workflow-definitions/{published.Text("definitionId")}";

        using var deleted = await _studio.DeleteAsync(path);
        using var again = await _studio.DeleteAsync(path);

        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _studio.StatusAsync($"/workflow-definitions/by-id/{published.Text("id")}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_unknown_definition_id_becomes_a_new_definition_of_that_id()
    {
        var model = NewModel(FreeName());
        model["definitionId"] = "mine-" + Guid.CreateVersion7().ToString("N");

        var saved = (await _studio.SaveAsync(model))["workflowDefinition"]!;

        saved.Text("definitionId").ShouldBe(model.Text("definitionId"));
    }

    [Fact]
    public async Task Unknown_members_of_a_definition_and_its_activities_are_kept()
    {
        var created = await _studio.CreateWithAsync(SetName);
        created["customProperties"]!["VariableTestValues"] = new JsonObject { ["v"] = 1 };
        created["root"]!["activities"]![0]!["metadata"] = new JsonObject { ["mine"] = new JsonArray(1, "x") };
        created["later"] = new JsonObject { ["kept"] = true };

        await _studio.SaveAsync(created);

        var read = await _studio.ReadAsync($"/workflow-definitions/by-id/{created.Text("id")}");
        read["customProperties"]!["VariableTestValues"]!["v"]!.GetValue<int>().ShouldBe(1);
        read["root"]!["activities"]![0]!["metadata"]!["mine"]!.ToJsonString().ShouldBe("""[1,"x"]""");
        read["later"]!["kept"]!.GetValue<bool>().ShouldBeTrue();
    }

    private async Task<List<PublishedTrigger>> TriggersAsync(string definitionId)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkDb>();
        return await db.Triggers.AsNoTracking().Where(t => t.DefinitionId == definitionId).ToListAsync();
    }
}
