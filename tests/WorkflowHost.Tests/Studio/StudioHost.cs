using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WorkflowHost.Cases.Access;
using WorkflowHost.Data;
using WorkflowHost.Features.Workflows;

namespace WorkflowHost.Tests.Studio;

/// <summary>
/// The program over a database of its own with the shipped content. Who is asking is said by a header: what the cookie
/// and the grants make of a person is tested elsewhere.
/// </summary>
public sealed class StudioHost : WebApplicationFactory<Program>
{
    public const string PersonHeader = "X-Test-Person";

    private static readonly Guid ReaderId = Guid.CreateVersion7();

    private readonly Lock _granting = new();
    private bool _isGranted;

    private readonly string _folder = Directory.CreateTempSubdirectory("studio-tests").FullName;

    /// <summary>A client that sends what Studio in a designer's browser sends. This one may read cases of every sensitivity as well.</summary>
    public HttpClient Designer()
    {
        var client = As("designer");
        lock (_granting)
        {
            if (_isGranted)
                return client;
            using var scope = Services.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<WorkDb>();
            db.Users.Add(new StaffMember { Id = ReaderId, UserName = "designer", NormalizedUserName = "DESIGNER", DisplayName = "Designer" });
            db.RoleGrants.Add(new RoleGrant { UserId = ReaderId, Role = "proteccion" });
            db.SaveChanges();
            _isGranted = true;
        }

        return client;
    }

    /// <summary>A designer who may read no case.</summary>
    public HttpClient DesignerOnly() => As("diseno");

    public HttpClient As(string? person)
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        client.DefaultRequestHeaders.Add("Origin", "http://localhost");
        if (person is not null)
            client.DefaultRequestHeaders.Add(PersonHeader, person);
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Database:Connection", Path.Combine(_folder, "work.db"));
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.ConfigureTestServices(services =>
        {
            services.AddAuthentication(PersonOfHeader.Name)
                .AddScheme<AuthenticationSchemeOptions, PersonOfHeader>(PersonOfHeader.Name, null);
            services.AddAuthorization(options => options.AddPolicy(
                WorkflowsFeature.Permission,
                policy => policy.AddAuthenticationSchemes(PersonOfHeader.Name).RequireClaim("may", WorkflowsFeature.Permission)));
        });
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

    private sealed class PersonOfHeader(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
    {
        public const string Name = "person-of-header";

        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers[PersonHeader].ToString() is not { Length: > 0 } person)
                return Task.FromResult(AuthenticateResult.NoResult());
            List<Claim> claims = [new(ClaimTypes.Name, person)];
            if (person is "designer" or "diseno")
                claims.Add(new Claim("may", WorkflowsFeature.Permission));
            if (person == "designer")
                claims.Add(new Claim(ClaimTypes.NameIdentifier, ReaderId.ToString()));
            var principal = new ClaimsPrincipal(new ClaimsIdentity(claims, Name));
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(principal, Name)));
        }
    }
}
