using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowHost.Content;
using WorkflowHost.Data;

namespace WorkflowHost.Tests.Pages;

/// <summary>The assignment table and the sites, changed as the pages send it.</summary>
public sealed class RulePagesTests : IDisposable
{
    private const string Rules = "/designer/plan/rules";
    private const string Sites = "/designer/plan/sites";

    private readonly PortalHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_row_made_with_pickers_is_a_row_in_words()
    {
        var designer = await _host.SignInAsync("diseno");

        var answer = await designer.PostFormAsync(Rules + "/new", Rules + "/row", await RowAsync());

        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        var rules = (await PlanAsync()).AssignmentRules.ToList();
        var rule = rules.Single(r => r.Key == "embarazo-de-32-semanas-o-mas");
        rules.IndexOf(rule).ShouldBe(rules.FindIndex(r => r.Key == "embarazo") - 1);
        rule.Final.ShouldBeTrue();
        rule.Sites.ShouldBe(["melchor-ocampo"]);
        rule.Conditions.ShouldHaveSingleItem().Where.ShouldHaveSingleItem().Values.ShouldBe(["32"]);
        var page = WebUtility.HtmlDecode(await designer.GetStringAsync(Rules));
        page.ShouldContain("Si alguna persona tiene semanas de embarazo ≥ 32");
        page.ShouldContain("Mujeres embarazadas y su familia en Centro Comunitario Melchor Ocampo, obligatorio");
    }

    [Fact]
    public async Task A_part_is_added_and_nothing_typed_is_lost()
    {
        var designer = await _host.SignInAsync("diseno");
        var row = (await RowAsync()).Where(f => f.Item1 != "act").Append(("act", "add-test:0")).ToArray();

        var page = WebUtility.HtmlDecode(await (await designer.PostFormAsync(Rules + "/new", Rules + "/row", row)).Content.ReadAsStringAsync());

        page.ShouldContain("Embarazo de 32 semanas o más");
        page.ShouldContain("Conditions[0].Where[1].Field");
        (await OpenAsync()).IsDraft.ShouldBeFalse();
    }

    [Fact]
    public async Task A_row_with_a_mistake_is_kept_and_told_beside_the_field()
    {
        var designer = await _host.SignInAsync("diseno");
        var row = (await RowAsync()).Select(f => f.Item1 == "Conditions[0].Where[0].Values" ? (f.Item1, "") : f).ToArray();

        var answer = await designer.PostFormAsync(Rules + "/new", Rules + "/row", row);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Escriba el valor con el que se compara.");
    }

    [Fact]
    public async Task A_row_that_another_covers_is_flagged()
    {
        var designer = await _host.SignInAsync("diseno");
        await designer.PostFormAsync(Rules, Rules + "/arrange", ("key", "embarazo"), ("act", "copy"), ("basedOn", (await OpenAsync()).Base));

        WebUtility.HtmlDecode(await designer.GetStringAsync(Rules)).ShouldContain("Nunca llega a decidir: antes decide «Embarazo».");
    }

    [Fact]
    public async Task A_stale_row_is_told_and_shown_again()
    {
        var designer = await _host.SignInAsync("diseno");
        var row = await RowAsync();
        await designer.PostFormAsync(Rules, Rules + "/arrange", ("key", "embarazo"), ("act", "down"), ("basedOn", (await OpenAsync()).Base));

        var answer = await designer.PostFormAsync(Rules + "/new", Rules + "/row", row);

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain("Embarazo de 32 semanas o más");
        (await PlanAsync()).AssignmentRules.ShouldNotContain(r => r.Key.Contains("32", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_family_is_tried_before_and_after()
    {
        var designer = await _host.SignInAsync("diseno");
        await designer.PostFormAsync(Rules + "/new", Rules + "/row", await RowAsync());

        var answer = await designer.PostFormAsync(Rules + "/try", Rules + "/try",
            ("People[0][edad]", "25"), ("People[0][sexo]", "mujer"), ("People[0][embarazo]", "true"), ("People[0][semanasEmbarazo]", "34"),
            ("AllOpen", "true"), ("act", "try"));

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        page.ShouldContain("Decide «Embarazo».");
        page.ShouldContain("Decide «Embarazo de 32 semanas o más».");
    }

    [Fact]
    public async Task Random_families_and_those_who_have_a_place_are_counted_and_nothing_is_stored()
    {
        var designer = await _host.SignInAsync("diseno");
        var stays = await ReadAsync(db => db.Stays.CountAsync());

        var answer = await designer.PostFormAsync(Rules + "/try", Rules + "/try", ("AllOpen", "true"), ("act", "many"));

        (await answer.Content.ReadAsStringAsync()).ShouldContain("500 familias");
        (await designer.GetAsync(Rules + "/moves")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ReadAsync(db => db.Stays.CountAsync())).ShouldBe(stays);
    }

    [Fact]
    public async Task A_published_site_stands_on_the_board_and_in_pickers()
    {
        var designer = await _host.SignInAsync("diseno");
        var saved = await designer.PostFormAsync(Sites + "/new", Sites + "/site",
            ("BasedOn", (await OpenAsync()).Base), ("Title[es]", "Centro Trece"), ("State", "Open"), ("Capacity[familias]", "30"), ("Figures[sanitarios]", "2"));
        await PublishAsync(designer);

        saved.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await ReadAsync(db => db.Pools.SingleAsync(p => p.SiteKey == "centro-trece"))).Capacity.ShouldBe(30);
        (await (await _host.SignInAsync("coordinacion-general")).GetStringAsync("/sites")).ShouldContain("Centro Trece");
        var content = _host.Services.GetRequiredService<PublishedContent>().Current;
        content.Catalogs["centros"].Keys.ShouldContain("centro-trece");
        content.FindForm("centro-apertura")!.Definition.ToJson().ShouldContain("centro-trece");
        (await designer.GetStringAsync("/sites/centro-trece")).ShouldContain("Sanitarios");
    }

    [Fact]
    public async Task Changed_numbers_resize_what_exists_and_others_stay_as_they_were_opened()
    {
        var designer = await _host.SignInAsync("diseno");
        await WriteAsync(async db =>
        {
            (await db.Pools.SingleAsync(p => p.SiteKey == "crea" && p.Segment == "mujeres")).Capacity = 7;
            (await db.Pools.SingleAsync(p => p.SiteKey == "crea" && p.Segment == "hombres")).Taken = 50;
        });
        await ChangeAsync(plan => plan["sites"]![0]!["capacity"]!["hombres"] = 40);
        var page = await designer.GetStringAsync(Sites + "/site/crea");

        await PublishAsync(designer);

        WebUtility.HtmlDecode(page).ShouldContain("Hay 50 personas. No entrará nadie nuevo hasta que salgan 10.");
        var pools = await ReadAsync(db => db.Pools.Where(p => p.SiteKey == "crea").ToDictionaryAsync(p => p.Segment));
        pools["mujeres"].Capacity.ShouldBe(7);
        pools["hombres"].Capacity.ShouldBe(40);
        pools["hombres"].Free.ShouldBe(0);
    }

    [Theory]
    [InlineData("sites", "robledo", "Riesgo respiratorio")]
    [InlineData("segments", "mujeres", "Mujeres solas")]
    public async Task What_is_in_use_is_not_deleted(string list, string key, string user)
    {
        var designer = await _host.SignInAsync("diseno");

        var answer = await designer.PostFormAsync(Sites, Sites + "/delete", ("list", list), ("key", key), ("basedOn", (await OpenAsync()).Base));

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(user);
        (await OpenAsync()).IsDraft.ShouldBeFalse();
    }

    [Fact]
    public async Task A_segment_is_added_renamed_and_deleted()
    {
        var designer = await _host.SignInAsync("diseno");
        await designer.PostFormAsync(Sites, Sites + "/name", ("list", "segments"), ("Title[es]", "Personas mayores"), ("BasedOn", (await OpenAsync()).Base));
        var made = (await PlanAsync()).Segments[^1].Key;
        await designer.PostFormAsync(Sites, Sites + "/name", ("list", "segments"), ("Key", made), ("Title[es]", "Adultos mayores"), ("BasedOn", (await OpenAsync()).Base));
        var renamed = (await PlanAsync()).FindSegment(made)!.Title.In("es");
        await designer.PostFormAsync(Sites, Sites + "/delete", ("list", "segments"), ("key", made), ("basedOn", (await OpenAsync()).Base));

        made.ShouldBe("personas-mayores");
        renamed.ShouldBe("Adultos mayores");
        (await PlanAsync()).FindSegment(made).ShouldBeNull();
    }

    private async Task<(string, string)[]> RowAsync() =>
    [
        ("BasedOn", (await OpenAsync()).Base), ("Title[es]", "Embarazo de 32 semanas o más"), ("Kind", "Place"),
        ("Conditions[0].Who", "Anyone"), ("Conditions[0].Where[0].Field", "semanasEmbarazo"), ("Conditions[0].Where[0].Is", "AtLeast"),
        ("Conditions[0].Where[0].Values", "32"), ("Segment", "embarazadas"), ("Sites[0]", "melchor-ocampo"), ("Sites[1]", ""),
        ("Final", "true"), ("Reason[es]", "Embarazo avanzado: cerca del hospital."), ("act", "save"),
    ];

    private async Task PublishAsync(HttpClient designer) => (await designer.PostFormAsync(
        "/designer/plan", "/designer/plan/publish", ("basedOn", (await OpenAsync()).Base))).StatusCode.ShouldBe(HttpStatusCode.OK);

    private async Task<WorkflowHost.Cases.Plans.Plan> PlanAsync() =>
        WorkflowHost.Cases.Plans.Plan.ReadDraft((await OpenAsync()).Json.ToJsonString())!;

    private async Task<PlanDraft> OpenAsync()
    {
        using var scope = _host.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<PlanDrafts>().OpenAsync(default);
    }

    private async Task ChangeAsync(Action<JsonObject> change)
    {
        using var scope = _host.Services.CreateScope();
        var drafts = scope.ServiceProvider.GetRequiredService<PlanDrafts>();
        (await drafts.ChangeAsync((await drafts.OpenAsync(default)).Base, change, "diseno", default)).ShouldBeOfType<PlanSaved.Kept>();
    }

    private async Task<T> ReadAsync<T>(Func<WorkDb, Task<T>> read)
    {
        using var scope = _host.Services.CreateScope();
        return await read(scope.ServiceProvider.GetRequiredService<WorkDb>());
    }

    private async Task WriteAsync(Func<WorkDb, Task> write)
    {
        using var scope = _host.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkDb>();
        await write(db);
        await db.SaveChangesAsync();
    }
}
