using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Files;
using WorkflowHost.Cases.Sites;
using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Data.Tests.Contracts;

public abstract class PlaceContract(IDatabases databases) : StoreContract(databases)
{
    [Fact]
    public async Task Three_hundred_attempts_on_fifty_places_take_exactly_fifty()
    {
        await CommitAsync(s => s.FindSite("north"));
        var ids = await PeopleAsync(300);

        var results = await Task.WhenAll(ids.Select(id => Task.Run(() => PlaceAsync([id]))));

        results.Count(placed => placed).ShouldBe(50);
        await using var db = Db();
        (await db.Stays.CountAsync(s => s.State == StayState.Reserved)).ShouldBe(50);
        (await PoolAsync("north", "families")).Taken.ShouldBe(50);
    }

    [Fact]
    public async Task Twenty_assigners_at_once_give_five_places_to_exactly_five()
    {
        Plan = SamplePlan.Parse(places: 5);
        await CommitAsync(s => s.FindSite("north"));
        var ids = await PeopleAsync(20);

        var results = await Task.WhenAll(ids.Select(id => Task.Run(() => PlaceAsync([id]))));

        results.Count(placed => placed).ShouldBe(5);
        (await PoolAsync("north", "families")).Taken.ShouldBe(5);
    }

    [Fact]
    public async Task A_family_is_placed_together_or_not_at_all()
    {
        Plan = SamplePlan.Parse(places: 5);
        var ids = await PeopleAsync(8);

        (await PlaceAsync(ids[..4])).ShouldBeTrue();
        (await PlaceAsync(ids[4..])).ShouldBeFalse();

        (await PoolAsync("north", "families")).Taken.ShouldBe(4);
        await using var db = Db();
        (await db.Stays.ToListAsync()).Select(s => s.CaseId).ShouldBe(ids[..4], ignoreOrder: true);
    }

    [Fact]
    public async Task Two_who_saw_the_same_last_place_do_not_both_get_it()
    {
        Plan = SamplePlan.Parse(places: 1);
        var ids = await PeopleAsync(2);
        await CommitAsync(s => s.FindSite("north"));
        using var first = Open();
        using var second = Open();
        first.Reserve([first.Find(ids[0])!], null, null).Placed.ShouldBeTrue();
        second.Reserve([second.Find(ids[1])!], null, null).Placed.ShouldBeTrue();

        (await first.CommitAsync(CancellationToken.None)).Result.ShouldBe(CommitResult.Committed);
        (await second.CommitAsync(CancellationToken.None)).Result.ShouldBe(CommitResult.NoCapacity);
    }

    [Fact]
    public async Task A_person_is_never_in_two_places()
    {
        var id = (await PeopleAsync(1))[0];
        await CommitAsync(s => s.FindSite("north"));
        using var first = Open();
        using var second = Open();
        first.Reserve([first.Find(id)!], null, "families").Placed.ShouldBeTrue();
        second.Reserve([second.Find(id)!], null, "women").Placed.ShouldBeTrue();

        (await first.CommitAsync(CancellationToken.None)).Result.ShouldBe(CommitResult.Committed);
        (await second.CommitAsync(CancellationToken.None)).Result.ShouldBe(CommitResult.Stale);
        (await PoolAsync("north", "women")).Taken.ShouldBe(0);
    }

    [Fact]
    public async Task A_move_leaves_the_old_place_and_takes_the_new_one()
    {
        var id = (await PeopleAsync(1))[0];
        await PlaceAsync([id]);
        await CommitAsync(s => s.Occupy(id), Noon.AddHours(1));

        await CommitAsync(s => s.Reserve([s.Find(id)!], "north", "women").Placed.ShouldBeTrue(), Noon.AddHours(2));

        (await PoolAsync("north", "families")).Taken.ShouldBe(0);
        (await PoolAsync("north", "women")).Taken.ShouldBe(1);
        await using var db = Db();
        var stays = await db.Stays.OrderBy(s => s.ReservedAt).ToListAsync();
        stays[0].State.ShouldBe(StayState.Left);
        stays[0].LeftAt.ShouldBe(Noon.AddHours(2));
        stays[0].OccupiedAt.ShouldBe(Noon.AddHours(1));
        stays[1].State.ShouldBe(StayState.Reserved);
    }

    [Fact]
    public async Task A_place_given_back_twice_is_given_back_once()
    {
        var id = (await PeopleAsync(1))[0];
        await PlaceAsync([id]);
        using var first = Open();
        using var second = Open();
        first.Release(id, "left");
        second.Release(id, "left");

        (await first.CommitAsync(CancellationToken.None)).Result.ShouldBe(CommitResult.Committed);
        (await second.CommitAsync(CancellationToken.None)).Result.ShouldBe(CommitResult.Stale);
        (await PoolAsync("north", "families")).Taken.ShouldBe(0);
    }

    [Fact]
    public async Task A_site_that_is_not_open_takes_nobody()
    {
        var id = (await PeopleAsync(1))[0];
        await CommitAsync(s => s.SetSiteState("north", "closing", null));
        (await PlaceAsync([id])).ShouldBeFalse();

        await CommitAsync(s => s.SetSiteState("south", "open", new Dictionary<string, int> { ["families"] = 1, ["women"] = 3 }));
        (await PlaceAsync([id])).ShouldBeTrue();

        (await PoolAsync("south", "families")).Taken.ShouldBe(1);
        (await PoolAsync("south", "women")).Capacity.ShouldBe(3);
        await using var db = Db();
        (await db.Sites.SingleAsync(s => s.Key == "south")).OpenedAt.ShouldBe(Noon);
    }

    private async Task<List<Guid>> PeopleAsync(int count) =>
        await CommitAsync(s => Enumerable.Range(0, count)
            .Select(i => s.Create("person", new JsonObject { ["name"] = $"P{i}" }, null).Id)
            .ToList());

    /// <summary>As the runtime does it: run again while the store says that somebody was faster.</summary>
    private async Task<bool> PlaceAsync(List<Guid> ids)
    {
        while (true)
        {
            using var session = Open();
            var people = ids.Select(id => session.Find(id)!).ToList();
            var decision = session.Reserve(people, null, null);
            var outcome = await session.CommitAsync(CancellationToken.None);
            if (outcome.Result is not (CommitResult.NoCapacity or CommitResult.Stale))
                return decision.Placed;
        }
    }

    private async Task<CapacityPool> PoolAsync(string site, string segment)
    {
        await using var db = Db();
        return await db.Pools.SingleAsync(p => p.SiteKey == site && p.Segment == segment);
    }
}
