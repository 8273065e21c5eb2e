using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;

namespace WorkflowHost.Tests.Pages;

/// <summary>Who may enter which room: every role of the plan against every page.</summary>
[Collection(PortalCollection.Name)]
public sealed class AccessMatrixTests(PortalHost host)
{
    private static readonly (string Address, string Permission)[] Pages =
    [
        ("/start", Permissions.StartForms),
        ("/people", Permissions.ReadCases),
        ("/sites", Permissions.ReadSites),
        ("/indicators", Permissions.ReadIndicators),
        ("/indicators/ingresos", Permissions.ReadIndicators),
        ("/indicators/ingresos.csv", Permissions.ReadIndicators),
        ("/designer/try", Permissions.DesignForms),
        ("/designer/try/examples", Permissions.DesignForms),
        ("/designer/plan/rules", Permissions.DesignPlan),
        ("/designer/plan/rules/new", Permissions.DesignPlan),
        ("/designer/plan/rules/row/embarazo", Permissions.DesignPlan),
        ("/designer/plan/rules/try", Permissions.DesignPlan),
        ("/designer/plan/rules/moves", Permissions.DesignPlan),
        ("/designer/plan/sites", Permissions.DesignPlan),
        ("/designer/plan/sites/new", Permissions.DesignPlan),
        ("/designer/plan/sites/site/crea", Permissions.DesignPlan),
        ("/designer/forms", Permissions.DesignForms),
        ("/designer/forms/registro", Permissions.DesignForms),
        ("/designer/plan", Permissions.DesignPlan),
        ("/webhook-endpoints", Permissions.ManageWebhooks),
        ("/administration/people", Permissions.ManageUsers),
        ("/designer/plan/roles", Permissions.DesignPlan),
        ("/designer/plan/roles/cocina", Permissions.DesignPlan),
        ("/designer/plan/case-types/persona", Permissions.DesignPlan),
        ("/designer/plan/partners/new", Permissions.DesignPlan),
        ("/designer/plan/events", Permissions.DesignPlan),
        ("/designer/plan/catalogs", Permissions.DesignPlan),
        ("/designer/plan/catalogs/paises", Permissions.DesignPlan),
        ("/designer/plan/versions", Permissions.DesignPlan),
        ("/studio/workflows/definitions", Permissions.DesignWorkflows),
        ("/designer/incidents", Permissions.DesignWorkflows),
        ("/designer/migrations", Permissions.DesignWorkflows),
        ("/designer/migrations/preview?definition=registro", Permissions.DesignWorkflows),
        ("/elsa/api/workflow-definitions", Permissions.DesignWorkflows),
    ];

    public static TheoryData<string> Addresses() => [.. Pages.Select(page => page.Address)];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Nobody_is_sent_to_the_door(string address)
    {
        var answer = await host.Nobody().GetAsync(address);

        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        answer.Headers.Location.ShouldNotBeNull().ToString().ShouldContain("/sign-in?returnUrl=");
    }

    [Fact]
    public async Task A_script_that_nobody_signed_in_gets_401()
    {
        var client = host.Nobody();
        client.DefaultRequestHeaders.Accept.Clear();

        (await client.GetAsync("/elsa/api/workflow-definitions")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Each_role_enters_the_rooms_of_its_permissions_and_no_other()
    {
        var plan = host.Services.GetRequiredService<PublishedContent>().Plan;
        var wrong = new List<string>();
        foreach (var role in plan.Roles)
        {
            var client = await host.SignInAsync(role.Key);
            foreach (var (address, permission) in Pages)
            {
                var status = (await client.GetAsync(address)).StatusCode;
                var expected = role.Permissions.Contains(permission) ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
                if (status != expected)
                    wrong.Add($"{role.Key} {address}: {status} instead of {expected}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Only_the_doors_are_open_to_everybody()
    {
        string[] doors = ["language", "sign-in", "setup", "invitation", "error/{status:int}", "lib/{version}/{**path}", "studio/{**path}", "webhooks/{source}",
            // A workflow says itself who may call its endpoint.
            "workflows/{**path}"];

        var open = host.Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText?.TrimStart('/') ?? "")
            .Where(pattern => !doors.Contains(pattern) && !pattern.StartsWith("health/", StringComparison.Ordinal))
            .Distinct();

        open.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_revoked_role_ends_with_the_next_request()
    {
        var client = await host.SignInAsync("administrator");
        (await client.GetAsync("/sites")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await using (var scope = host.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<Data.WorkDb>();
            var person = db.Users.Single(user => user.UserName == "administrator@demo.local").Id;
            db.RoleGrants.RemoveRange(db.RoleGrants.Where(grant => grant.UserId == person));
            await db.SaveChangesAsync();
        }

        (await client.GetAsync("/sites")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
