using System.Text.Json.Nodes;
using WorkflowHost.Cases.Indicators;
using WorkflowHost.Cases.Referrals;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Cases.World;

namespace WorkflowHost.Cases.Tests.World;

public sealed class MemoryCaseWorldTests
{
    private static readonly DateTimeOffset Noon = new(2021, 12, 9, 20, 0, 0, TimeSpan.Zero);

    private readonly MemoryCaseWorld _world = new(SamplePlan.Parse(), Noon, "ana");

    [Fact]
    public void A_double_registration_is_noticed_by_any_identity_set_whatever_the_spelling()
    {
        var first = _world.Create("person", Person("José", "Núñez", "A-1"), null);

        _world.FindByIdentity("person", Person("JOSE", "nunez", null)).ShouldBe([first]);
        _world.FindByIdentity("person", Person("Ana", "Ruiz", "a 1")).ShouldBe([first]);
        _world.FindByIdentity("person", Person("José", null, null)).ShouldBeEmpty();
        _world.FindByIdentity("person", Person("José", "Núñez", "A-1")).Count.ShouldBe(1);
    }

    [Fact]
    public void The_strongest_identity_comes_first()
    {
        var byName = _world.Create("person", Person("José", "Núñez", "B-2"), null);
        var byDocument = _world.Create("person", Person("Otro", "Nombre", "A-1"), null);

        _world.FindByIdentity("person", Person("José", "Núñez", "A-1")).ShouldBe([byDocument, byName]);
    }

    [Fact]
    public void Look_ups_are_exact_and_know_folio_state_and_site()
    {
        var ana = _world.Create("person", Person("Ana", "Ruiz", "A-1"), "north");
        var luc = _world.Create("person", Person("Luc", "Jean", "A-2"), "south");
        _world.Update(luc, [], "left", null);

        _world.FindBy("person", "document", "A-1").ShouldBe([ana]);
        _world.FindBy("person", "document", "a 1").ShouldBeEmpty();
        _world.FindBy("person", "folio", "PER-000002").ShouldBe([luc]);
        _world.FindBy("person", "state", "left").ShouldBe([luc]);
        _world.FindBy("person", "site", "north").ShouldBe([ana]);
        _world.FindBy("person", "surname", "Jean").ShouldBe([luc]);
    }

    [Fact]
    public void A_case_closes_and_opens_again_with_its_state()
    {
        var person = _world.Create("person", Person("Ana", "Ruiz", null), null);

        _world.Update(person, [], "left", null);
        (person.IsOpen, person.ClosedAt).ShouldBe((false, Noon));
        _world.MoveTo(Noon.AddDays(1));
        _world.Update(person, new JsonObject { ["age"] = 31 }, null, null);
        person.ClosedAt.ShouldBe(Noon);
        _world.Update(person, [], "active", null);
        (person.IsOpen, person.ClosedAt).ShouldBe((true, null));
    }

    [Fact]
    public void Links_are_seen_from_both_ends()
    {
        var ana = _world.Create("person", Person("Ana", "Ruiz", null), null);
        var luc = _world.Create("person", Person("Luc", "Jean", null), null);
        _world.Link(ana.Id, luc.Id, "knows", "friend");
        _world.Link(ana.Id, luc.Id, "knows", "friend");

        _world.Linked(ana.Id, null).ShouldHaveSingleItem().ShouldBe(new(luc, "knows", "friend", Outgoing: true));
        _world.Linked(luc.Id, "knows").ShouldHaveSingleItem().ShouldBe(new(ana, "knows", "friend", Outgoing: false));
        _world.Linked(luc.Id, "other").ShouldBeEmpty();
    }

    [Fact]
    public void Tasks_are_cancelled_by_bookmark_or_instance_and_only_open_ones()
    {
        var first = Task("i1", "b1");
        var second = Task("i1", "b2");
        var other = Task("i2", "b3");

        _world.CancelTasks(["b1"]);
        first.State.ShouldBe(TaskState.Cancelled);
        second.State.ShouldBe(TaskState.Open);
        _world.MoveTo(Noon.AddHours(1));
        _world.CancelTasks("i1");
        first.ClosedAt.ShouldBe(Noon);
        second.ClosedAt.ShouldBe(Noon.AddHours(1));
        other.State.ShouldBe(TaskState.Open);
    }

    [Fact]
    public void What_happens_carries_instance_submission_actor_and_time()
    {
        var submission = OrderedId.Next();
        _world.CurrentInstance = "i1";
        _world.CurrentSubmission = submission;
        _world.RecordFact(new IndicatorFact { Type = "arrival", Date = new DateOnly(2021, 12, 9) });
        _world.Refer(new Referral { Partner = "clinic" });

        (_world.Facts[0].InstanceId, _world.Facts[0].SubmissionId, _world.Facts[0].RecordedAt)
            .ShouldBe(("i1", submission, Noon));
        (_world.Referrals[0].CreatedBy, _world.Referrals[0].CreatedAt).ShouldBe(("ana", Noon));
        _world.AuditTrail[0].InstanceId.ShouldBe("i1");
    }

    [Fact]
    public void No_person_is_in_the_audit_trail()
    {
        var person = _world.Create("person", Person("Secretísima", "Ruiz", "X-99"), null);
        _world.Update(person, new JsonObject { ["illness"] = "Enfermedad" }, "left", "north");
        _world.Reserve([person], null, "adults");

        foreach (var entry in _world.AuditTrail)
        {
            entry.DetailJson.ShouldNotBeNull();
            entry.DetailJson.ShouldNotContain("Secret");
            entry.DetailJson.ShouldNotContain("X-99");
            entry.DetailJson.ShouldNotContain("Enfermedad");
        }
    }

    public static TheoryData<string, Action<MemoryCaseWorld>> Unknown { get; } = new()
    {
        { "unknown_case_type", w => w.Create("dog", [], null) },
        { "unknown_case_type", w => w.FindBy("dog", "a", "b") },
        { "unknown_site", w => w.Create("person", [], "east") },
        { "unknown_site", w => w.SetSiteState("east", "open", null) },
        { "unknown_state", w => w.Update(w.Create("person", [], null), [], "flying", null) },
        { "unknown_site_state", w => w.SetSiteState("north", "burnt", null) },
        { "unknown_segment", w => w.SetSiteState("north", "open", new Dictionary<string, int> { ["tents"] = 1 }) },
        { "unknown_segment", w => w.Reserve([w.Create("person", [], null)], null, "tents") },
        { "no_occupants", w => w.Reserve([], null, null) },
        { "unknown_case", w => w.Link(OrderedId.Next(), OrderedId.Next(), "knows", null) },
        { "unknown_link_kind", w => w.Link(OrderedId.Next(), OrderedId.Next(), "owns", null) },
        { "unknown_fact_type", w => w.RecordFact(new IndicatorFact { Type = "smile", Date = default }) },
        { "unknown_partner", w => w.Refer(new Referral { Partner = "circus" }) },
        { "unknown_role", w => w.OpenTask(new HumanTask { InstanceId = "i", BookmarkId = "b", Form = "f", Title = "t", Role = "pope" }) },
    };

    [Theory]
    [MemberData(nameof(Unknown))]
    public void What_the_plan_does_not_know_is_refused_by_name(string code, Action<MemoryCaseWorld> act) =>
        Should.Throw<CaseWorldException>(() => act(_world)).Code.ShouldBe(code);

    private HumanTask Task(string instance, string bookmark)
    {
        var task = new HumanTask { InstanceId = instance, BookmarkId = bookmark, Form = "f", Title = "t", Role = "clerk" };
        _world.OpenTask(task);
        return task;
    }

    private static JsonObject Person(string name, string? surname, string? document) =>
        new() { ["name"] = name, ["surname"] = surname, ["document"] = document };
}
