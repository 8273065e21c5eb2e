using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using WorkflowHost.Data;

namespace WorkflowHost.Tests.Pages;

/// <summary>The pages of a trial, from opening it to keeping an example, and who may enter.</summary>
[Collection(PortalCollection.Name)]
public sealed partial class TryPagesTests(PortalHost host)
{
    [Fact]
    public async Task A_family_is_tried_from_the_first_form_to_its_places_and_no_real_row_is_written()
    {
        var client = await host.SignInAsync("diseno");
        var before = await CountAsync();

        var room = await OpenAsync(client);
        var started = await client.PostFormAsync($"{room}/start/registro", $"{room}/start/registro", ("base", "Pareja sin hijos"), ("seed", "3"), ("site", "crea"));
        started.StatusCode.ShouldBe(HttpStatusCode.Found, await started.Content.ReadAsStringAsync());
        (await client.GetStringAsync(room)).ShouldContain("Persona Uno Ficticia");
        (await client.PostFormAsync(room, $"{room}/all", ("seed", "3"))).StatusCode.ShouldBe(HttpStatusCode.Found);
        var page = await UntilQuietAsync(client, room);

        page.ShouldContain("id=\"effects\"");
        page.ShouldContain("id=\"story\"");
        page.ShouldContain("id=\"ran\"");
        (await CountAsync()).ShouldBe(before);
        (await client.PostFormAsync(room, $"{room}/end")).StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_trial_exists_for_nobody_but_its_owner()
    {
        var room = await OpenAsync(await host.SignInAsync("diseno"));

        var other = await (await host.SignInAsync("administracion")).GetStringAsync(room);

        other.ShouldContain("/designer/try");
        other.ShouldNotContain("id=\"tasks\"");
        (await (await host.SignInAsync("enfermeria")).GetAsync(room)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await host.SignInAsync("diseno")).PostFormAsync(room, $"{room}/end")).StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    private static async Task<string> OpenAsync(HttpClient client)
    {
        var opened = await client.PostFormAsync("/designer/try", "/designer/try", ("asNow", "false"), ("requests", "200"));
        opened.StatusCode.ShouldBe(HttpStatusCode.Found);
        var room = opened.Headers.Location.ShouldNotBeNull().ToString();
        await UntilQuietAsync(client, room);
        return room;
    }

    private static async Task<string> UntilQuietAsync(HttpClient client, string room)
    {
        for (var look = 0; look < 300; look++)
        {
            var page = await client.GetStringAsync(room);
            if (!Refresh().IsMatch(page))
                return page;
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }

        throw new TimeoutException("The trial did not come to rest.");
    }

    private async Task<(int, int, int, int)> CountAsync()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkDb>();
        return (db.Cases.Count(), db.Submissions.Count(), db.Tasks.Count(), db.Outbox.Count());
    }

    [GeneratedRegex("http-equiv=\"refresh\"")]
    private static partial Regex Refresh();
}
