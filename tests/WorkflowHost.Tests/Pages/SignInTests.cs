using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using WorkflowHost.Data;

namespace WorkflowHost.Tests.Pages;

/// <summary>The door.</summary>
[Collection(PortalCollection.Name)]
public sealed class SignInTests(PortalHost host)
{
    [Theory]
    [InlineData("registro@demo.local", "not the password")]
    [InlineData("somebody@nowhere.example", "not the password")]
    public async Task A_wrong_password_and_an_unknown_name_are_told_in_the_same_words(string user, string password)
    {
        var answer = await host.Nobody().PostFormAsync("/sign-in", "/sign-in", ("User", user), ("Password", password));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("El correo o la contrase");
    }

    [Fact]
    public async Task Eight_wrong_tries_lock_the_account()
    {
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var people = scope.ServiceProvider.GetRequiredService<UserManager<StaffMember>>();
            await people.CreateAsync(new StaffMember { UserName = "ana@example.org", Email = "ana@example.org" }, PortalHost.Password);
        }

        for (var attempt = 0; attempt < 8; attempt++)
            await host.Nobody().PostFormAsync("/sign-in", "/sign-in", ("User", "ana@example.org"), ("Password", "wrong wrong wrong"));

        var answer = await host.Nobody().PostFormAsync(
            "/sign-in", "/sign-in", ("User", "ana@example.org"), ("Password", PortalHost.Password));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Demasiados intentos");
    }

    [Fact]
    public async Task Signing_out_closes_the_rooms()
    {
        var client = await host.SignInAsync("direccion");

        await client.PostFormAsync("/sites", "/sign-out");

        (await client.GetAsync("/sites")).StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_picked_language_stays_picked()
    {
        var client = host.Nobody();

        await client.PostFormAsync("/sign-in", "/language", ("culture", "fr-FR"), ("returnTo", "/sign-in"));

        var page = await client.GetStringAsync("/sign-in");
        page.ShouldContain("<html lang=\"fr\">");
        page.ShouldContain("Mot de passe");
    }
}
