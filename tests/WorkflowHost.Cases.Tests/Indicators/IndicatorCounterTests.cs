using WorkflowHost.Cases.Assignment;
using WorkflowHost.Cases.Indicators;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Tests.Indicators;

public sealed class IndicatorCounterTests
{
    private static readonly Plan Plan = SamplePlan.Parse();
    private static readonly DateOnly Day = new(2021, 12, 9);
    private static readonly Guid Ana = OrderedId.Next();
    private static readonly Guid Luc = OrderedId.Next();

    [Fact]
    public void A_case_counts_once_by_its_earliest_fact()
    {
        var late = Fact(Ana, day: 3);
        var early = Fact(Ana, day: 1);
        var other = Fact(Luc, day: 2);

        var counter = Counter("arrivals");

        counter.Count([late, early, other]).ShouldBe(new(2, 2));
        counter.Counted([late, early, other]).ShouldBe([early, other]);
    }

    [Fact]
    public void Facts_without_the_key_count_for_themselves() =>
        Counter("arrivals").Count([Fact(null), Fact(null), Fact(Ana)]).Value.ShouldBe(3);

    [Fact]
    public void A_filter_sees_the_fact_with_its_data() =>
        Counter("adults").Count([Fact(Ana, data: """{"age":17}"""), Fact(Luc, data: """{"age":18}"""), Fact(null)])
            .ShouldBe(new(1, 1));

    [Fact]
    public void Every_test_must_pass_on_data_and_on_the_fact_itself()
    {
        var counter = Counter(new FieldTest("age", FieldOperator.AtLeast, ["18"]), new FieldTest("@quantity", FieldOperator.AnyOf, ["1"]));

        counter.Count([Fact(Ana, data: """{"age":17}"""), Fact(Luc, data: """{"age":18}"""), Fact(null)]).ShouldBe(new(1, 1));
    }

    [Fact]
    public void Only_days_of_the_period_count_its_ends_included()
    {
        var definition = Plan.FindIndicator("arrivals")! with { Since = Day.AddDays(1), Until = Day.AddDays(2), UniqueBy = IndicatorUnique.None };

        new IndicatorCounter(Plan, definition, DateTimeOffset.UnixEpoch)
            .Count([Fact(Ana, 0), Fact(Ana, 1), Fact(Ana, 2), Fact(Ana, 3)]).Value.ShouldBe(2);
    }

    [Fact]
    public void Other_types_do_not_count() => Counter("donations").Count([Fact(Ana)]).Value.ShouldBe(0);

    [Fact]
    public void A_sum_is_listed_as_as_many_rows_as_it_counts()
    {
        IndicatorFact[] facts = [Donation(3, 1), Donation(0, 2), Donation(2, 3)];
        var counter = Counter("donations");

        counter.Count(facts).ShouldBe(new(5, 2));
        counter.Rows(facts, 0, 100).Select(r => $"{r.Fact.Date.Day}:{r.Unit}/{r.Units}")
            .ShouldBe(["10:1/3", "10:2/3", "10:3/3", "12:1/2", "12:2/2"]);
    }

    [Theory]
    [InlineData(0, 2, "1/3 2/3")]
    [InlineData(2, 2, "3/3 1/2")]
    [InlineData(4, 9, "2/2")]
    [InlineData(5, 9, "")]
    public void Pages_meet_without_gap_or_overlap(long skip, int take, string expected) =>
        string.Join(' ', Counter("donations").Rows([Donation(3, 1), Donation(2, 3)], skip, take)
            .Select(r => $"{r.Unit}/{r.Units}")).ShouldBe(expected);

    [Fact]
    public void Days_add_up_to_the_number()
    {
        IndicatorFact[] facts = [Donation(3, 1), Donation(2, 3), Donation(4, 3)];

        var days = Counter("donations").CountByDay(facts);

        days[Day.AddDays(3)].ShouldBe(6);
        days.Values.Sum().ShouldBe(Counter("donations").Count(facts).Value);
    }

    private static IndicatorCounter Counter(string key) => new(Plan, Plan.FindIndicator(key)!, DateTimeOffset.UnixEpoch);

    private static IndicatorCounter Counter(params FieldTest[] where) =>
        new(Plan, Plan.FindIndicator("arrivals")! with { Where = where }, DateTimeOffset.UnixEpoch);

    private static IndicatorFact Fact(Guid? caseId, int day = 0, string data = "{}") =>
        new() { Type = "arrival", CaseId = caseId, Date = Day.AddDays(day), DataJson = data };

    private static IndicatorFact Donation(int quantity, int day) =>
        new() { Type = "donation", Quantity = quantity, Date = Day.AddDays(day) };
}
