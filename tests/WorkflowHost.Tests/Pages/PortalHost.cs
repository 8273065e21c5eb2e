using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace WorkflowHost.Tests.Pages;

/// <summary>The program over a database of its own with the shipped content and the demo people.</summary>
public sealed partial class PortalHost : WebApplicationFactory<Program>
{
    public const string Password = "frontera-2021";

    private readonly string _folder = Directory.CreateTempSubdirectory("pages-tests").FullName;

    /// <summary>A browser that nobody has signed in with.</summary>
    public HttpClient Nobody()
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    /// <summary>A browser in which the demo person of that role has signed in.</summary>
    public async Task<HttpClient> SignInAsync(string role)
    {
        var client = Nobody();
        var answer = await client.PostFormAsync("/sign-in", "/sign-in", ("User", $"{role}@demo.local"), ("Password", Password));
        answer.StatusCode.ShouldBe(HttpStatusCode.Found, role);
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Database:Connection", Path.Combine(_folder, "work.db"));
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        builder.UseSetting("Door:TriesPerMinute", "10000"); // all tests knock from one address
        // Twenty demo people are hashed at start; how slow the hash is in earnest is not what these tests ask.
        builder.ConfigureTestServices(services => services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing)
            return;

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(_folder)) // Disposal comes twice: xunit asks for both ways.
            Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The antiforgery token in a page, whether in a form field or in the form sheet's attribute.</summary>
    internal static string TokenIn(string page)
    {
        var match = Token().Match(page);
        match.Success.ShouldBeTrue("no antiforgery token in the page");
        return WebUtility.HtmlDecode(match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value);
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)"|data-csrf="([^"]+)""")]
    private static partial Regex Token();
}
