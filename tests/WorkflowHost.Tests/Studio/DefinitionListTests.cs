using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using static WorkflowHost.Tests.Studio.StudioCalls;

namespace WorkflowHost.Tests.Studio;

[Collection(StudioCollection.Name)]
public sealed class DefinitionListTests(StudioHost host)
{
    private readonly HttpClient _studio = host.Designer();

    [Fact]
    public async Task Pages_count_from_zero_and_names_bind_in_any_case()
    {
        var first = await _studio.ReadAsync(
            "/workflow-definitions?versionOptions=Latest&Page=0&PageSize=2&SearchTerm=&IsSystem=False&OrderDirection=Ascending");
        var second = await _studio.ReadAsync("/workflow-definitions?VERSIONOPTIONS=latest&page=1&pagesize=2");

        first["items"]!.AsArray().Count.ShouldBe(2);
        second["items"]![0].Text("id").ShouldNotBe(first["items"]![0].Text("id"));
        first["totalCount"]!.GetValue<int>().ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task Without_a_page_size_all_are_listed()
    {
        var all = await _studio.ReadAsync("/workflow-definitions?versionOptions=Published");

        all["items"]!.AsArray().Count.ShouldBe(all["totalCount"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_list_and_its_rows_carry_the_links_that_allow_writing()
    {
        var list = await _studio.ReadAsync("/workflow-definitions?versionOptions=Latest&PageSize=1");

        list["links"]!.AsArray().Select(l => l.Text("rel")).ShouldContain("bulk-publish");
        list["items"]![0]!["links"]!.AsArray().Select(l => l.Text("rel")).ShouldContain("publish");
    }

    [Fact]
    public async Task Old_versions_are_found_by_id_with_empty_version_options()
    {
        var old = await _studio.PublishAsync(await _studio.CreateWithAsync(SetName));
        await _studio.PublishAsync(old);

        var list = await _studio.ReadAsync($"/workflow-definitions?versionOptions=&Ids={old.Text("id")}&Ids=nobody");

        list["items"]!.AsArray().ShouldHaveSingleItem().Text("id").ShouldBe(old.Text("id"));
    }

    [Fact]
    public async Task The_version_history_comes_newest_first()
    {
        var first = await _studio.PublishAsync(await _studio.CreateWithAsync(SetName));
        await _studio.SaveAsync(first);

        var list = await _studio.ReadAsync($"/workflow-definitions?versionOptions=AllVersions&Page=0&PageSize=10"
            + $"&DefinitionIds={first.Text("definitionId")}&OrderBy=Version&OrderDirection=Descending");

        list["items"]!.AsArray().Select(i => i.Number("version")).ShouldBe([2, 1]);
    }

    [Fact]
    public async Task Search_looks_into_name_description_and_ids_whatever_the_case()
    {
        var name = FreeName();
        var created = await _studio.CreateAsync(name);

        foreach (var term in new[] { name.ToUpperInvariant(), created.Text("definitionId").ToUpperInvariant(), created.Text("id") })
        {
            var list = await _studio.ReadAsync($"/workflow-definitions?versionOptions=Latest&SearchTerm={Uri.EscapeDataString(term)}");
            list["items"]!.AsArray().ShouldHaveSingleItem().Text("id").ShouldBe(created.Text("id"));
        }
    }

    [Fact]
    public async Task A_name_is_unique_unless_another_definition_has_it()
    {
        var name = FreeName();
        var created = await _studio.CreateAsync(name);
        var path = $"/workflow-definitions/validation/is-name-unique?name={Uri.EscapeDataString(name)}";

        (await _studio.ReadAsync(path)).Flag("isUnique").ShouldBeFalse();
        (await _studio.ReadAsync($"{path}&definitionId={created.Text("definitionId")}")).Flag("isUnique").ShouldBeTrue();
        (await _studio.ReadAsync("/workflow-definitions/validation/is-name-unique?name=Nadie%201")).Flag("isUnique").ShouldBeTrue();
    }

    [Fact]
    public async Task An_exported_file_comes_back_as_it_was()
    {
        var published = await _studio.PublishAsync(await _studio.CreateWithAsync(SetName, Finish));
        var definitionId = published.Text("definitionId");
        using var download = await _studio.GetAsync($"{Api}/workflow-definitions/{definitionId}/export?versionOptions=1");
        var file = JsonNode.Parse(await download.Content.ReadAsStringAsync())!.AsObject();
        await _studio.DeleteAsync($"{Api}/workflow-definitions/{definitionId}");

        var imported = await _studio.CallAsync("/workflow-definitions/import", file);

        file.First().Key.ShouldBe("$schema");
        download.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        imported.Text("definitionId").ShouldBe(definitionId);
        imported.Flag("isPublished").ShouldBeTrue();
        imported["root"]!.ToJsonString().ShouldBe(published["root"]!.ToJsonString());
    }

    [Fact]
    public async Task Several_definitions_are_exported_as_a_zip()
    {
        var one = await _studio.CreateAsync();
        var two = await _studio.CreateAsync();

        using var response = await _studio.SendJsonAsync(
            "/bulk-actions/export/workflow-definitions", new JsonObject { ["ids"] = new JsonArray(one.Text("id"), two.Text("id")) });

        using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync());
        zip.Entries.Count.ShouldBe(2);
        zip.Entries.ShouldAllBe(e => e.FullName.EndsWith(".json", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bulk_actions_say_what_became_of_each()
    {
        var draft = (await _studio.CreateWithAsync(SetName)).Text("definitionId");
        var broken = (await _studio.CreateWithAsync(Broken)).Text("definitionId");
        var ids = new JsonObject { ["definitionIds"] = new JsonArray(draft, broken, "nobody") };

        var published = await _studio.CallAsync("/bulk-actions/publish/workflow-definitions/by-definition-ids", ids.DeepClone());
        var retracted = await _studio.CallAsync("/bulk-actions/retract/workflow-definitions/by-definition-ids", ids.DeepClone());
        var deleted = await _studio.CallAsync("/bulk-actions/delete/workflow-definitions/by-definition-id", ids.DeepClone());

        published.ToJsonString().ShouldBe(
            $$"""{"published":["{{draft}}"],"alreadyPublished":[],"notFound":["nobody"],"updatedConsumers":[],"refused":["{{broken}}"]}""");
        retracted.ToJsonString().ShouldBe($$"""{"retracted":["{{draft}}"],"alreadyRetracted":["{{broken}}"],"notFound":["nobody"]}""");
        deleted.Number("deleted").ShouldBe(2);
    }

    [Fact]
    public async Task Every_shipped_definition_goes_through_Studio_unchanged()
    {
        var list = await _studio.ReadAsync("/workflow-definitions?versionOptions=Published");
        foreach (var row in list["items"]!.AsArray().Where(i => !i.Text("name").StartsWith("Prueba", StringComparison.Ordinal)))
        {
            var path = $"/workflow-definitions/by-definition-id/{row.Text("definitionId")}?versionOptions=Latest";
            var read = await _studio.ReadAsync(path);

            await _studio.SaveAsync(read);

            var again = await _studio.ReadAsync(path);
            again["root"]!.ToJsonString().ShouldBe(read["root"]!.ToJsonString(), row.Text("name"));
            read["root"]!.ToJsonString().ShouldNotContain("Elsa.NotFoundActivity", Case.Sensitive, row.Text("name"));
        }
    }

    private const string Broken =
        """{"id":"t1","type":"WorkflowHost.FormTask","version":1,"form":{"typeName":"String","expression":{"type":"Literal","value":"no-existe"}}}""";
}
