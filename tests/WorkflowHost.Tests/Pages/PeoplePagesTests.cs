using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using WorkflowHost.Data;

namespace WorkflowHost.Tests.Pages;

/// <summary>People who sign in: added by a link, given roles by somebody else, shut out at once.</summary>
public sealed partial class PeoplePagesTests : IDisposable
{
    private const string Page = "/administration/people";

    private readonly PortalHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_new_person_chooses_a_password_by_a_link_that_works_once()
    {
        var administrator = await _host.SignInAsync("administrator");
        var (id, link) = await AddAsync(administrator, "nueva@example.org");
        await administrator.PostFormAsync($"{Page}/{id}", $"{Page}/{id}/grants", ("role", "cocina"), ("site", "crea"));

        var guest = _host.Nobody();
        var weak = await guest.PostFormAsync(link, "/invitation", ("token", TokenOf(link)), ("password", "corta"));
        var entered = await guest.PostFormAsync(link, "/invitation", ("token", TokenOf(link)), ("password", "una frase muy larga"));
        var again = await _host.Nobody().GetAsync(link);

        weak.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        entered.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await guest.GetStringAsync("/start")).ShouldContain("Registro de comidas");
        (await guest.GetAsync("/people")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_link_is_shown_once_and_only_its_hash_is_stored()
    {
        var administrator = await _host.SignInAsync("administrator");
        var (id, link) = await AddAsync(administrator, "otra@example.org");

        var page = await administrator.GetStringAsync($"{Page}/{id}");
        using var scope = _host.Services.CreateScope();
        var stored = scope.ServiceProvider.GetRequiredService<WorkDb>().Settings.Single(one => one.Key.StartsWith("invitation:")).Value;

        page.ShouldNotContain(TokenOf(link));
        stored.ShouldNotContain(TokenOf(link).Split('-')[1]);
    }

    [Fact]
    public async Task Nobody_gives_themselves_a_role()
    {
        var administrator = await _host.SignInAsync("administrator");
        var self = IdOf("administrator");

        var answer = await administrator.PostFormAsync(Page, $"{Page}/{self}/grants", ("role", "medicina"), ("site", ""));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        RolesOf("administrator").ShouldBe(["administrator"]);
    }

    [Fact]
    public async Task Nobody_takes_their_own_last_administration_or_access()
    {
        var administrator = await _host.SignInAsync("administrator");
        var self = IdOf("administrator");

        var role = await administrator.PostFormAsync(Page, $"{Page}/{self}/grants/{GrantOf("administrator")}/withdrawal");
        var access = await administrator.PostFormAsync(Page, $"{Page}/{self}/active", ("isActive", "false"));

        role.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        access.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await administrator.GetAsync(Page)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Somebody_shut_out_sees_nothing_from_the_next_request_on()
    {
        var nurse = await _host.SignInAsync("enfermeria");
        var administrator = await _host.SignInAsync("administrator");
        (await nurse.GetAsync("/people")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await administrator.PostFormAsync(Page, $"{Page}/{IdOf("enfermeria")}/active", ("isActive", "false"));

        (await nurse.GetAsync("/people")).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        (await _host.Nobody().PostFormAsync("/sign-in", "/sign-in", ("User", "enfermeria@demo.local"), ("Password", PortalHost.Password)))
            .StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task What_was_done_to_an_account_is_told()
    {
        var administrator = await _host.SignInAsync("administrator");
        var id = IdOf("cocina");

        await administrator.PostFormAsync(Page, $"{Page}/{id}/grants", ("role", "donativos"), ("site", "crea"));

        var page = WebUtility.HtmlDecode(await administrator.GetStringAsync($"{Page}/{id}"));
        page.ShouldContain("Rol dado: Donativos y almacén");
        // A role that counts everywhere is given everywhere, whatever site was chosen.
        page.ShouldNotContain("Rol dado: Donativos y almacén, CREA");
    }

    private static async Task<(string Id, string Link)> AddAsync(HttpClient administrator, string email)
    {
        var answer = await administrator.PostFormAsync(Page, Page, ("Name", "Persona Nueva"), ("Email", email));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var page = await answer.Content.ReadAsStringAsync();
        return (Person().Match(page).Groups[1].Value, Link().Match(page).Value);
    }

    private static string TokenOf(string link) => link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..];

    private Guid IdOf(string role)
    {
        using var scope = _host.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<WorkDb>().Users.Single(user => user.UserName == $"{role}@demo.local").Id;
    }

    private Guid GrantOf(string role)
    {
        var id = IdOf(role);
        using var scope = _host.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<WorkDb>().RoleGrants.First(grant => grant.UserId == id).Id;
    }

    private string[] RolesOf(string role)
    {
        var id = IdOf(role);
        using var scope = _host.Services.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<WorkDb>().RoleGrants.Where(grant => grant.UserId == id).Select(grant => grant.Role)];
    }

    [GeneratedRegex("/administration/people/([0-9a-f-]{36})")]
    private static partial Regex Person();

    [GeneratedRegex("/invitation\\?token=[0-9a-f-]+")]
    private static partial Regex Link();
}
