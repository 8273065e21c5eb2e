using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using WorkflowHost.Content;

namespace WorkflowHost.Tests.Pages;

/// <summary>The plan's draft: changed, published, thrown away; nothing of it holds before it is published.</summary>
public sealed class PlanPagesTests : IDisposable
{
    private const string Page = "/designer/plan";

    private readonly PortalHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_draft_is_seen_by_nobody_until_it_is_published()
    {
        var designer = await _host.SignInAsync("diseno");
        var basedOn = await DraftAsync(plan => ((JsonArray)plan["segments"]!).Add(new JsonObject { ["key"] = "nuevo", ["title"] = "Nuevo" }));

        var before = Current.Plan.FindSegment("nuevo");
        var answer = await designer.PostFormAsync(Page, Page + "/publish", ("basedOn", basedOn));

        before.ShouldBeNull();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        Current.Plan.FindSegment("nuevo").ShouldNotBeNull();
        (await OpenAsync()).IsDraft.ShouldBeFalse();
    }

    [Fact]
    public async Task A_draft_with_a_mistake_is_kept_and_not_published()
    {
        var designer = await _host.SignInAsync("diseno");
        var basedOn = await DraftAsync(plan => plan["sites"]![0]!["capacity"]!["nadie"] = 3);

        var answer = await designer.PostFormAsync(Page, Page + "/publish", ("basedOn", basedOn));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("sites[0].capacity.nadie");
        (await OpenAsync()).At("sites[0]").ShouldHaveSingleItem().Code.ShouldBe("unknown_segment");
    }

    [Fact]
    public async Task A_change_based_on_an_older_draft_is_refused()
    {
        await _host.SignInAsync("diseno");
        var old = (await OpenAsync()).Base;
        await DraftAsync(plan => plan["title"] = "De una");

        var late = await ChangeAsync(old, plan => plan["title"] = "De otra");

        late.ShouldBeOfType<PlanSaved.Stale>().Draft.Json["title"]!.ToString().ShouldBe("De una");
    }

    [Fact]
    public async Task Who_may_not_grant_roles_may_not_publish_changed_ones()
    {
        var designer = await _host.SignInAsync("diseno");
        var basedOn = await DraftAsync(plan => plan["roles"]![0]!["allSites"] = true);

        var refused = await designer.PostFormAsync(Page, Page + "/publish", ("basedOn", basedOn));
        var administrator = await _host.SignInAsync("administracion");
        var published = await administrator.PostFormAsync(Page, Page + "/publish", ("basedOn", basedOn));

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        published.StatusCode.ShouldBe(HttpStatusCode.OK);
        Current.Plan.Roles[0].AllSites.ShouldBeTrue();
    }

    [Fact]
    public async Task A_draft_can_be_thrown_away()
    {
        var designer = await _host.SignInAsync("diseno");
        var basedOn = await DraftAsync(plan => plan["title"] = "Nadie");

        var answer = await designer.PostFormAsync(Page, Page + "/drop", ("basedOn", basedOn));

        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await OpenAsync()).IsDraft.ShouldBeFalse();
    }

    [Fact]
    public async Task Drafts_are_laid_over_what_is_published()
    {
        await _host.SignInAsync("diseno");
        await DraftAsync(plan => plan["title"] = "Otra ola");
        using var scope = _host.Services.CreateScope();
        var drafts = scope.ServiceProvider.GetRequiredService<ContentDrafts>();

        var with = await drafts.FilesAsync(null, default);
        var without = await drafts.FilesAsync(new HashSet<string>(), default);

        (await drafts.ListAsync(default)).ShouldContain(draft => draft.Path == ContentExport.PlanPath && draft.Title == "Otra ola");
        with[ContentExport.PlanPath].ShouldContain("Otra ola");
        without[ContentExport.PlanPath].ShouldNotContain("Otra ola");
        with.Keys.ShouldBe(without.Keys);
    }

    private ContentSnapshot Current => _host.Services.GetRequiredService<PublishedContent>().Current;

    private async Task<PlanDraft> OpenAsync()
    {
        using var scope = _host.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<PlanDrafts>().OpenAsync(default);
    }

    private async Task<string> DraftAsync(Action<JsonObject> change) =>
        (await ChangeAsync((await OpenAsync()).Base, change)).ShouldBeOfType<PlanSaved.Kept>().Draft.Base;

    private async Task<PlanSaved> ChangeAsync(string basedOn, Action<JsonObject> change)
    {
        using var scope = _host.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<PlanDrafts>().ChangeAsync(basedOn, change, "diseno", default);
    }
}
