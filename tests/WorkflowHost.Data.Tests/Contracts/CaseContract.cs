using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Files;
using WorkflowHost.Cases.Indicators;
using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Data.Tests.Contracts;

public abstract class CaseContract(IDatabases databases) : StoreContract(databases)
{
    private static JsonObject Ana => new()
    {
        ["name"] = "Ána", ["surname"] = "Jean-Baptiste", ["born"] = "1990-01-02", ["document"] = "X 17",
    };

    [Fact]
    public async Task A_case_is_there_after_the_commit_and_not_before()
    {
        using var session = Open();
        var created = session.Create("person", Ana, "north");
        using (var other = Open())
            other.Find(created.Id).ShouldBeNull();

        (await session.CommitAsync(CancellationToken.None)).IsCommitted.ShouldBeTrue();

        using var later = Open();
        var found = later.Find(created.Id).ShouldNotBeNull();
        found.Title.ShouldBe("Ána Jean-Baptiste");
        found.Folio.ShouldBe("PER-000001");
        found.State.ShouldBe("active");
        found.SiteKey.ShouldBe("north");
        found.CreatedAt.ShouldBe(Noon);
        found.CreatedBy.ShouldBe("ana");
        found.SearchText.ShouldBe("per 000001 ana jean baptiste ana jean baptiste x 17");
        found.Data()["surname"]!.GetValue<string>().ShouldBe("Jean-Baptiste");
    }

    [Fact]
    public async Task A_session_reads_its_own_writes()
    {
        var stored = await CommitAsync(s => s.Create("person", Ana, null));
        using var session = Open();
        var fresh = session.Create("person", new JsonObject { ["name"] = "Luc", ["document"] = "x-17" }, null);

        session.FindBy("person", "document", "x-17").ShouldBe([fresh]);
        session.FindByIdentity("person", new JsonObject { ["document"] = "X17 " }).ShouldBeEmpty();
        session.FindByIdentity("person", new JsonObject { ["document"] = "x 17" }).Select(c => c.Id)
            .ShouldBe([stored.Id, fresh.Id], ignoreOrder: true);
        session.Update(session.Find(stored.Id)!, new JsonObject { ["document"] = "other" }, null, null);
        session.FindByIdentity("person", new JsonObject { ["document"] = "x 17" }).ShouldBe([fresh]);
        session.FindBy("person", "folio", fresh.Folio).ShouldBe([fresh]);
        session.FindBy("person", "name", "Luc").ShouldBe([fresh]);
    }

    [Fact]
    public async Task Of_fifty_who_looked_and_found_nobody_one_registers()
    {
        const int Callers = 50;
        using var everybodyLooked = new Barrier(Callers);
        var registered = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Factory.StartNew(
            () => RegisterUnlessThereAsync(everybodyLooked), CancellationToken.None,
            TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));

        registered.Count(isNew => isNew).ShouldBe(1);
        await using var db = Db();
        (await db.Cases.CountAsync()).ShouldBe(1);
        (await db.CaseIdentities.CountAsync(k => k.Ordinal == 0)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Whoever_was_told_may_register_the_same_again()
    {
        await CommitAsync(s => s.Create("person", Ana, null));

        await CommitAsync(s =>
        {
            s.FindByIdentity("person", Ana).ShouldHaveSingleItem();
            s.Create("person", Ana, null);
        });

        using var session = Open();
        session.FindByIdentity("person", Ana).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_identity_taken_on_by_a_change_is_guarded_too()
    {
        var other = await CommitAsync(s => s.Create("person", new JsonObject { ["name"] = "Luc", ["document"] = "other" }, null));
        using var creating = Open();
        creating.Create("person", Ana, null);
        using var changing = Open();
        changing.Update(changing.Find(other.Id)!, new JsonObject { ["document"] = Ana["document"]!.DeepClone() }, null, null);

        (await creating.CommitAsync(CancellationToken.None)).Result.ShouldBe(CommitResult.Committed);
        (await changing.CommitAsync(CancellationToken.None)).Result.ShouldBe(CommitResult.Stale);
    }

    private async Task<bool> RegisterUnlessThereAsync(Barrier everybodyLooked)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            using var session = Open();
            var known = session.FindByIdentity("person", Ana).Count;
            if (isFirst)
                everybodyLooked.SignalAndWait();
            if (known > 0)
                return false;
            session.Create("person", Ana, null);
            if ((await session.CommitAsync(CancellationToken.None)).IsCommitted)
                return true;
        }
    }

    [Fact]
    public async Task A_changed_case_is_found_by_its_new_keys_only()
    {
        var id = (await CommitAsync(s => s.Create("person", Ana, null))).Id;

        await CommitAsync(s => s.Update(s.Find(id)!, new JsonObject { ["document"] = "Z9", ["born"] = null }, "left", "south"));

        using var session = Open();
        session.FindByIdentity("person", new JsonObject { ["document"] = "x 17" }).ShouldBeEmpty();
        var found = session.FindByIdentity("person", new JsonObject { ["document"] = "z9" }).ShouldHaveSingleItem();
        found.Id.ShouldBe(id);
        found.IsOpen.ShouldBeFalse();
        found.ClosedAt.ShouldBe(Noon);
        found.Revision.ShouldBe(2);
        found.Data().ContainsKey("born").ShouldBeFalse();
    }

    [Fact]
    public async Task Of_two_changes_to_one_case_the_second_is_stale()
    {
        var id = (await CommitAsync(s => s.Create("person", Ana, null))).Id;
        using var first = Open();
        using var second = Open();
        first.Update(first.Find(id)!, new JsonObject { ["a"] = 1 }, null, null);
        second.Update(second.Find(id)!, new JsonObject { ["a"] = 2 }, null, null);
        second.Create("person", new JsonObject { ["name"] = "Never" }, null);

        (await first.CommitAsync(CancellationToken.None)).Result.ShouldBe(CommitResult.Committed);
        (await second.CommitAsync(CancellationToken.None)).Result.ShouldBe(CommitResult.Stale);

        await using var db = Db();
        (await db.Cases.CountAsync()).ShouldBe(1);
        (await db.Cases.SingleAsync()).Data()["a"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Links_are_seen_from_both_ends_and_made_once()
    {
        var (household, person) = await CommitAsync(s =>
        {
            var h = s.Create("household", new JsonObject { ["name"] = "Familia" }, null);
            var p = s.Create("person", Ana, null);
            s.Link(h.Id, p.Id, "member", "head");
            s.Link(h.Id, p.Id, "member", "head");
            return (h.Id, p.Id);
        });
        await CommitAsync(s => s.Link(household, person, "member", "other"));

        using var session = Open();
        var down = session.Linked(household, "member").ShouldHaveSingleItem();
        down.Case.Id.ShouldBe(person);
        down.Role.ShouldBe("head");
        down.Outgoing.ShouldBeTrue();
        var up = session.Linked(person, null).ShouldHaveSingleItem();
        up.Case.Id.ShouldBe(household);
        up.Outgoing.ShouldBeFalse();
    }

    [Fact]
    public async Task Folios_are_never_given_twice_and_go_on_after_a_restart()
    {
        var first = await CommitAsync(s => s.Create("person", Ana, null).Folio);
        await Database.ReopenAsync();
        var second = await CommitAsync(s => s.Create("person", Ana, null).Folio);

        first.ShouldBe("PER-000001");
        second.ShouldBe("PER-000101");
    }

    [Fact]
    public async Task Everything_recorded_is_there_with_who_and_when()
    {
        await CommitAsync(s =>
        {
            s.CurrentInstance = "0123456789abcdef";
            var person = s.Create("person", Ana, null);
            s.RecordFact(new IndicatorFact { Type = "arrival", CaseId = person.Id, Date = new DateOnly(2021, 12, 9) });
            s.Refer(new Cases.Referrals.Referral { Partner = "clinic", CaseId = person.Id, Reason = "fever" });
        });

        await using var db = Db();
        var fact = await db.Facts.SingleAsync();
        fact.InstanceId.ShouldBe("0123456789abcdef");
        fact.Date.ShouldBe(new DateOnly(2021, 12, 9));
        fact.RecordedAt.ShouldBe(Noon);
        (await db.Referrals.SingleAsync()).CreatedBy.ShouldBe("ana");
        var trail = await db.Audit.OrderBy(a => a.Sequence).ToListAsync();
        trail.Select(a => a.Action).ShouldBe(["case.created", "referral.sent"]);
        trail.ShouldAllBe(a => a.Actor == "ana" && a.At == Noon && a.InstanceId == "0123456789abcdef");
    }

    [Fact]
    public async Task The_audit_trail_refuses_to_be_changed()
    {
        await CommitAsync(s => s.Audit("case.read", "case", "1", null));

        await using var db = Db();
        await Should.ThrowAsync<Exception>(() => db.Audit.ExecuteDeleteAsync());
        await Should.ThrowAsync<Exception>(() => db.Audit.ExecuteUpdateAsync(a => a.SetProperty(e => e.Actor, "nobody")));
        (await db.Audit.SingleAsync()).Actor.ShouldBe("ana");
    }

    [Fact]
    public async Task Instants_compare_and_sort_in_the_database()
    {
        for (var day = 0; day < 3; day++)
        {
            var d = day;
            await CommitAsync(s => s.Create("person", new JsonObject { ["name"] = $"{d}" }, null), Noon.AddDays(day));
        }

        await using var db = Db();
        var recent = await db.Cases.Where(c => c.CreatedAt > Noon).OrderByDescending(c => c.CreatedAt)
            .Select(c => c.Title).ToListAsync();
        recent.ShouldBe(["2", "1"]);
    }
}
