using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Sites;
using WorkflowHost.Data.Tests.Databases;
using WorkflowHost.Engine;
using WorkflowHost.Running;
using WorkflowHost.Tests.Running;

namespace WorkflowHost.Tests.Activities;

/// <summary>Our activities on cases and places, inside running workflows.</summary>
public sealed class CaseActivityTests
{
    [Fact]
    public async Task A_case_is_made_changed_found_and_read()
    {
        var definition = WorkflowText.Flow("cases").Variable("Id", "String").Variable("Found", "String").Variable("Read", "Object")
            .Step("begin", "Elsa.Start")
            .Step("create", "WorkflowHost.CreateCase", ("caseType", "person"), ("data", "=({ name: 'Ana', age: 30 })"), ("site", "north"), ("result", "->Id"))
            .Step("update", "WorkflowHost.UpdateCase", ("case", "=getVariable('Id')"), ("data", "=({ age: 31, note: null })"), ("site", "south"))
            .Step("find", "WorkflowHost.FindCase", ("caseType", "person"), ("where", "=({ name: 'Ana', age: 31 })"), ("result", "->Found"))
            .Step("read", "WorkflowHost.GetCase", ("case", "=getVariable('Found')"), ("result", "->Read"))
            .Step("say", "Elsa.SetName", ("value", "=getVariable('Read').title + ' ' + getVariable('Read').age + ' ' + getVariable('Read').site"))
            .Connect("begin", "create").Connect("create", "update").Connect("update", "find")
            .Connect("find", "read", "Found").Connect("read", "say").Json;

        await using var stage = await RunAsync("cases", definition);

        await using var db = stage.OpenDb();
        var instance = await db.Instances.SingleAsync();
        instance.Name.ShouldBe("Ana 31 south");
        instance.Status.ShouldBe(WorkflowStatus.Finished);
    }

    [Fact]
    public async Task A_case_that_does_not_exist_is_an_incident_with_the_inputs_name()
    {
        var definition = WorkflowText.Flow("lost")
            .Step("begin", "Elsa.Start")
            .Step("read", "WorkflowHost.GetCase", ("case", "0190d2f0-0000-7000-8000-000000000000"))
            .Connect("begin", "read").Json;

        await using var stage = await RunAsync("lost", definition);

        await using var db = stage.OpenDb();
        (await db.Incidents.SingleAsync()).Message.ShouldContain("'Case'");
    }

    [Fact]
    public async Task A_place_is_reserved_occupied_and_released()
    {
        var definition = WorkflowText.Flow("places").Variable("Id", "String").Variable("Where", "String")
            .Step("begin", "Elsa.Start")
            .Step("create", "WorkflowHost.CreateCase", ("caseType", "person"), ("data", "=({ name: 'Ana' })"), ("site", "south"), ("result", "->Id"))
            .Step("reserve", "WorkflowHost.ReservePlace", ("case", "=getVariable('Id')"), ("assignedSite", "->Where"))
            .Step("occupy", "WorkflowHost.OccupyPlace", ("case", "=getVariable('Id')"))
            .Step("release", "WorkflowHost.ReleasePlace", ("case", "=getVariable('Id')"), ("reason", "done"))
            .Step("close", "WorkflowHost.SetSiteState", ("site", "north"), ("state", "closing"), ("capacity", "=({ beds: 2 })"))
            .Step("say", "Elsa.SetName", ("value", "=getVariable('Where')"))
            .Connect("begin", "create").Connect("create", "reserve").Connect("reserve", "occupy", "Reserved")
            .Connect("occupy", "release").Connect("release", "close").Connect("close", "say").Json;

        await using var stage = await RunAsync("places", definition);

        await using var db = stage.OpenDb();
        (await db.Instances.SingleAsync()).Name.ShouldBe("south");
        (await db.Stays.SingleAsync()).State.ShouldBe(StayState.Left);
        (await db.Pools.SingleAsync(p => p.SiteKey == "south")).Taken.ShouldBe(0);
        (await db.Sites.SingleAsync(s => s.Key == "north")).State.ShouldBe(SiteState.Closing);
        (await db.Pools.SingleAsync(p => p.SiteKey == "north")).Capacity.ShouldBe(2);
    }

    private static async Task<WorkStage> RunAsync(string id, System.Text.Json.Nodes.JsonObject definition)
    {
        var stage = await WorkStage.OpenAsync(new SqliteDatabases(), definition);
        (await stage.Runtime.StartAsync(new StartRequest { DefinitionId = id }, "tester", CancellationToken.None))
            .ShouldBeOfType<RunAnswer.Done>();
        return stage;
    }
}
