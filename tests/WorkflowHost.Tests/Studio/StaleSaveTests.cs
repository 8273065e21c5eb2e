using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowHost.Data;
using WorkflowHost.Features.Workflows.Definitions;
using static WorkflowHost.Tests.Studio.StudioCalls;

namespace WorkflowHost.Tests.Studio;

/// <summary>Two pages at one definition, as our page around Studio sends their saves.</summary>
[Collection(StudioCollection.Name)]
public sealed class StaleSaveTests(StudioHost host)
{
    private readonly HttpClient _studio = host.Designer();

    [Fact]
    public async Task A_save_that_somebody_overtook_is_refused_and_nothing_is_overwritten()
    {
        var (definition, stamp) = await OpenAsync();
        using var first = await SaveAsync(Changed(definition, "Uno"), stamp, "tab-a");
        using var second = await SaveAsync(Changed(definition, "Dos"), stamp, "tab-b");

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        second.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        second.Headers.GetValues("x-definition-stale").ShouldBe(["true"]);
        var reasons = JsonNode.Parse(await second.Content.ReadAsStringAsync())!["errors"]!["generalErrors"]!.AsArray();
        reasons.ShouldHaveSingleItem()!.GetValue<string>().ShouldContain("designer");
        (await StoredAsync(definition)).Text("description").ShouldBe("Uno");
    }

    [Fact]
    public async Task Of_two_pages_that_publish_the_second_is_told()
    {
        var (definition, stamp) = await OpenAsync();
        using var first = await SaveAsync(Changed(definition, "Uno"), stamp, "tab-a", publish: true);
        using var second = await SaveAsync(Changed(definition, "Dos"), stamp, "tab-b", publish: true);

        (first.StatusCode, second.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.BadRequest));
        var list = await _studio.ReadAsync($"/workflow-definitions?versionOptions=AllVersions&DefinitionIds={definition.Text("definitionId")}");
        list["items"]!.AsArray().ShouldHaveSingleItem().Flag("isPublished").ShouldBeTrue();
        (await StoredAsync(definition)).Text("description").ShouldBe("Uno");
    }

    [Fact]
    public async Task Of_two_saves_at_the_same_moment_one_is_stored_and_the_other_told()
    {
        for (var round = 0; round < 5; round++)
        {
            var (definition, stamp) = await OpenAsync();

            var answers = await Task.WhenAll(
                SaveAsync(Changed(definition, "Uno"), stamp, "tab-a"), SaveAsync(Changed(definition, "Dos"), stamp, "tab-b"));

            answers.Select(a => a.StatusCode).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.BadRequest]);
            var stored = (await StoredAsync(definition)).Text("description");
            stored.ShouldBe(answers[0].StatusCode == HttpStatusCode.OK ? "Uno" : "Dos");
        }
    }

    [Fact]
    public async Task A_page_goes_on_from_what_it_saved_itself()
    {
        var (definition, stamp) = await OpenAsync();
        using var first = await SaveAsync(Changed(definition, "Uno"), stamp, "tab-a");

        using var second = await SaveAsync(Changed(definition, "Dos"), StampOf(first), "tab-a");

        second.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_page_whose_answer_was_lost_is_not_taken_for_another()
    {
        var (definition, stamp) = await OpenAsync();
        using var lost = await SaveAsync(Changed(definition, "Uno"), stamp, "tab-a");

        using var again = await SaveAsync(Changed(definition, "Uno"), stamp, "tab-a");
        using var next = await SaveAsync(Changed(definition, "Dos"), stamp, "tab-a");

        (again.StatusCode, next.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));
    }

    [Fact]
    public async Task Another_pages_publication_without_a_change_is_no_conflict()
    {
        var (definition, stamp) = await OpenAsync();
        using var publication = await SaveAsync(definition, stamp, "tab-a", publish: true);

        using var save = await SaveAsync(Changed(definition, "Dos"), stamp, "tab-b");

        save.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_was_deleted_meanwhile_does_not_come_back_by_a_save()
    {
        var (definition, stamp) = await OpenAsync();
        await _studio.DeleteAsync($"{Api}/workflow-definitions/{definition.Text("definitionId")}");

        using var save = await SaveAsync(Changed(definition, "Uno"), stamp, "tab-a");

        save.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await _studio.StatusAsync($"/workflow-definitions/by-definition-id/{definition.Text("definitionId")}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_older_version_is_nobodys_base()
    {
        var published = await _studio.PublishAsync(await _studio.CreateWithAsync(SetName));
        await _studio.SaveAsync(published);

        using var old = await _studio.GetAsync($"{Api}/workflow-definitions/by-id/{published.Text("id")}");

        old.Headers.Contains(DefinitionStamp.Header).ShouldBeFalse();
    }

    [Fact]
    public async Task Reading_everything_about_a_definition_writes_nothing()
    {
        var published = await _studio.PublishAsync(await _studio.CreateWithAsync(SetName));
        var id = published.Text("definitionId");
        var before = await RowsAsync(id);

        foreach (var path in new[]
        {
            $"/workflow-definitions/by-definition-id/{id}?versionOptions=Latest", $"/workflow-definitions/by-id/{published.Text("id")}",
            $"/workflow-definitions?versionOptions=AllVersions&DefinitionIds={id}", $"/workflow-definitions/{id}/export",
            $"/workflow-definitions/subgraph/{published.Text("id")}?parentNodeId=Workflow1",
        })
        {
            (await _studio.StatusAsync(path)).ShouldBe(HttpStatusCode.OK, path);
        }

        (await RowsAsync(id)).ShouldBe(before);
    }

    private async Task<(JsonObject Definition, string Stamp)> OpenAsync()
    {
        var draft = await _studio.CreateWithAsync(SetName);
        using var opened = await _studio.GetAsync($"{Api}/workflow-definitions/by-definition-id/{draft.Text("definitionId")}?versionOptions=Latest");
        return (JsonNode.Parse(await opened.Content.ReadAsStringAsync())!.AsObject(), StampOf(opened));
    }

    private async Task<HttpResponseMessage> SaveAsync(JsonObject definition, string stamp, string tab, bool publish = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Api}/workflow-definitions")
        {
            Content = new StringContent(
                new JsonObject { ["model"] = definition.DeepClone(), ["publish"] = publish }.ToJsonString(), System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add(SaveOrigin.BaseHeader, stamp);
        request.Headers.Add(SaveOrigin.TabHeader, tab);
        return await _studio.SendAsync(request);
    }

    private async Task<JsonObject> StoredAsync(JsonObject definition) =>
        await _studio.ReadAsync($"/workflow-definitions/by-definition-id/{definition.Text("definitionId")}?versionOptions=Latest");

    private async Task<List<(string, string, bool, bool)>> RowsAsync(string definitionId)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkDb>();
        return [.. (await db.Definitions.AsNoTracking().Where(d => d.DefinitionId == definitionId).ToListAsync())
            .Select(d => (d.Id, d.Json, d.IsLatest, d.IsPublished))];
    }

    private static JsonObject Changed(JsonObject definition, string description)
    {
        var changed = (JsonObject)definition.DeepClone();
        changed["description"] = description;
        return changed;
    }

    private static string StampOf(HttpResponseMessage response) => response.Headers.GetValues(DefinitionStamp.Header).Single().Split(' ')[1];
}
