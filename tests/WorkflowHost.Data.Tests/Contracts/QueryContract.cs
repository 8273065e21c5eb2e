using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Indicators;
using WorkflowHost.Data.Queries;
using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Data.Tests.Contracts;

public abstract class QueryContract(IDatabases databases) : StoreContract(databases)
{
    private static readonly DateOnly Day = new(2021, 12, 9);

    [Fact]
    public async Task Number_list_and_days_of_an_indicator_agree()
    {
        await CommitAsync(s =>
        {
            s.RecordFact(Donation(3, 0, "north"));
            s.RecordFact(Donation(0, 1, "north"));
            s.RecordFact(Donation(4, 2, "south"));
        });

        await using var db = Db();
        var donations = Plan.FindIndicator("donations")!;
        (await CountAsync(db, donations, IndicatorRange.All)).ShouldBe(new(7, 2));
        (await CountAsync(db, donations, new(From: Day.AddDays(1)))).ShouldBe(new(4, 1));
        (await CountAsync(db, donations, new(To: Day.AddDays(1)))).ShouldBe(new(3, 1));
        (await CountAsync(db, donations, new(Sites: ["south", "west"]))).ShouldBe(new(4, 1));
        (await CountAsync(db, donations, new(From: Day.AddYears(1)))).ShouldBe(new(0, 0));
        (await db.RowsAsync(Plan, donations, IndicatorRange.All, Noon, 2, 3, CancellationToken.None))
            .Select(r => $"{r.Unit}/{r.Units}").ShouldBe(["3/3", "1/4", "2/4"]);
        (await db.CountByDayAsync(Plan, donations, IndicatorRange.All, Noon, CancellationToken.None)).Values.Sum().ShouldBe(7);
    }

    [Fact]
    public async Task A_case_counts_once()
    {
        await CommitAsync(s =>
        {
            var ana = s.Create("person", new JsonObject { ["name"] = "Ana" }, null);
            var luc = s.Create("person", new JsonObject { ["name"] = "Luc" }, null);
            foreach (var id in new[] { ana.Id, luc.Id, ana.Id })
                s.RecordFact(new IndicatorFact { Type = "arrival", CaseId = id, Date = Day });
        });

        await using var db = Db();
        (await CountAsync(db, Plan.FindIndicator("arrivals")!, IndicatorRange.All)).Value.ShouldBe(2);
    }

    [Theory]
    [InlineData("désiré", "Désiré Jean|Désirée Lopez")]
    [InlineData("jean DES", "Désiré Jean")]
    [InlineData("x-17", "Ana Ruiz")]
    [InlineData("nobody", "")]
    [InlineData(" ", "Ana Ruiz|Désiré Jean|Désirée Lopez")]
    public async Task Cases_are_found_by_what_a_person_types(string typed, string expected)
    {
        await CommitAsync(s =>
        {
            s.Create("person", new JsonObject { ["name"] = "Désiré", ["surname"] = "Jean" }, null);
            s.Create("person", new JsonObject { ["name"] = "Désirée", ["surname"] = "Lopez" }, null);
            s.Create("person", new JsonObject { ["name"] = "Ana", ["surname"] = "Ruiz", ["document"] = "X 17" }, null);
        });

        await using var db = Db();
        var found = await db.SearchCases(typed).Select(c => c.Title).ToListAsync();
        string.Join('|', found.Order(StringComparer.Ordinal)).ShouldBe(expected);
    }

    [Fact]
    public async Task Staff_and_settings_are_kept()
    {
        await using (var db = Db())
        {
            db.Users.Add(new StaffMember
            {
                Id = Guid.CreateVersion7(),
                UserName = "ana",
                NormalizedUserName = "ANA",
                DisplayName = "Ana",
                CreatedAt = Noon,
                LockoutEnd = Noon.AddDays(1),
            });
            db.Settings.Add(new Setting { Key = "setup", Value = "x", UpdatedAt = Noon });
            db.WebhookEndpoints.Add(new WebhookEndpoint { Url = "https://a", Secret = "s", EventTypes = ["case.left"] });
            db.Audit.Add(new Cases.Audit.AuditEntry
            {
                At = Noon, Actor = "ana", Action = "staff.signed_in", Subject = "user", SubjectId = "1",
            });
            await db.SaveChangesAsync();
        }

        await using var later = Db();
        (await later.Users.SingleAsync(u => u.LockoutEnd > Noon)).DisplayName.ShouldBe("Ana");
        (await later.WebhookEndpoints.SingleAsync()).EventTypes.ShouldBe(["case.left"]);
        (await later.Audit.SingleAsync()).Sequence.ShouldBeGreaterThan(0);
    }

    private Task<IndicatorCount> CountAsync(WorkDb db, IndicatorDefinition indicator, IndicatorRange range) =>
        db.CountAsync(Plan, indicator, range, Noon, CancellationToken.None);

    private static IndicatorFact Donation(int quantity, int day, string site) =>
        new() { Type = "donation", Quantity = quantity, Date = Day.AddDays(day), SiteKey = site };
}
