using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using WorkflowHost.Features.Access;

namespace WorkflowHost.Tests.Pages;

/// <summary>The first administrator of a new installation.</summary>
public sealed class SetupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("setup-tests").FullName;
    private readonly WebApplicationFactory<Program> _host;

    public SetupTests() => _host = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Database:Connection", Path.Combine(_folder, "work.db"));
        builder.UseSetting("Logging:LogLevel:Default", "Error");
    });

    public void Dispose()
    {
        _host.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_link_makes_one_administrator_and_then_is_spent()
    {
        var client = Browser();
        await using var scope = _host.Services.CreateAsyncScope();
        var token = await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().InviteAsync(CancellationToken.None);
        var link = $"/setup?token={token}";

        var made = await client.PostFormAsync(
            link, "/setup", ("Token", token!), ("Name", "Ana"), ("Email", "ana@example.org"), ("Password", "una frase bastante larga"));

        made.StatusCode.ShouldBe(HttpStatusCode.Found);
        made.Headers.GetValues("Set-Cookie").ShouldContain(cookie =>
            cookie.StartsWith("__Host-wh=", StringComparison.Ordinal) && cookie.Contains("secure") && cookie.Contains("httponly"));
        (await client.GetAsync("/sites")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Browser().GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_guessed_link_and_a_demo_password_open_nothing()
    {
        (await Browser().GetAsync("/setup?token=guess")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var answer = await Browser().PostFormAsync(
            "/sign-in", "/sign-in", ("User", "administrator@demo.local"), ("Password", PortalHost.Password));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private HttpClient Browser()
    {
        var client = _host.CreateClient(new WebApplicationFactoryClientOptions
        {
            AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost"),
        });
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }
}
