using System.Text.Json.Nodes;
using WorkflowHost.Replay;

namespace WorkflowHost.Tests.Replay;

public sealed class PopulationTests
{
    private static readonly Scenario Mexicali = ScenarioFile.Read(ScenarioFiles.Mexicali);

    [Theory]
    [InlineData(2767, 922)]
    [InlineData(300, 100)]
    [InlineData(45, 15)]
    [InlineData(20, 7)]
    [InlineData(3, 1)]
    [InlineData(1, 1)]
    public void There_are_exactly_as_many_people_and_households_as_asked_for(int people, int households)
    {
        var sizes = HouseholdSizes.Cut(Mexicali, people, households).SelectMany(segment => segment).ToList();

        sizes.Count.ShouldBe(households);
        sizes.Sum().ShouldBe(people);
        sizes.ShouldAllBe(size => size >= 1);
    }

    [Fact]
    public void Households_arrive_along_the_curve()
    {
        var population = Make(Mexicali, 2767);

        int Until(string day) => population.People.Count(person =>
            string.CompareOrdinal(person.Household!.Data["arrival"]!.ToString()[..10], day) <= 0);

        Until("2021-12-09").ShouldBe(7);
        Until("2021-12-10").ShouldBe(70);
        Until("2021-12-11").ShouldBe(387);
        Until("2022-02-14").ShouldBe(2655);
        Until("2022-03-31").ShouldBe(2767);
    }

    [Fact]
    public void Traits_and_totals_are_exact()
    {
        var population = Make(Mexicali, 2767);

        foreach (var trait in Mexicali.Traits)
        {
            var all = trait.Of == "person" ? population.People : population.Households;
            all.Count(subject => subject.Data[trait.Name]!.GetValue<int>() > 0).ShouldBe(trait.Count, trait.Name);
        }

        foreach (var share in Mexicali.Batches.SelectMany(batch => batch.Shares.Select(share => (batch.Name, share))))
            population.Batches[share.Name].Sum(item => item.Data[share.share.Name]!.GetValue<int>()).ShouldBe(share.share.Total);
    }

    [Fact]
    public void The_same_seed_makes_the_same_people_and_another_seed_others()
    {
        var first = Text(Make(Mexicali, 300));

        Text(Make(Mexicali, 300)).ShouldBe(first);
        Text(Make(Mexicali with { Seed = 7 }, 300)).ShouldNotBe(first);
    }

    [Fact]
    public void Nobody_is_in_two_rows_of_the_census()
    {
        var population = Make(Mexicali, 2767);

        population.People
            .Select(person => $"{person.Data["nombre"]} {person.Data["apellidos"]} {person.Data["nacimiento"]}")
            .ShouldBeUnique();
        population.Households.Select(household => household.Data["telefono"]!.ToString()).ShouldBeUnique();
    }

    [Fact]
    public void A_trait_that_too_few_qualify_for_names_its_place_in_the_file()
    {
        var impossible = Mexicali with { Traits = [new Trait { Name = "x", Of = "person", Count = 10, When = "false" }] };

        Should.Throw<ScenarioException>(() => Make(impossible, 300)).Message.ShouldContain("$.traits[0]");
    }

    [Fact]
    public void Randomness_hangs_on_what_it_is_for_and_not_on_what_was_drawn_before()
    {
        var alone = new KeyedRandom(1, "person-2", "census").Next();
        new KeyedRandom(1, "person-1", "census").Next();

        new KeyedRandom(1, "person-2", "census").Next().ShouldBe(alone);
        new KeyedRandom(1, "person-2", "other").Next().ShouldNotBe(alone);
    }

    private static Population Make(Scenario scenario, int people)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(scenario.TimeZone);
        var clock = new VirtualClock(new DateTimeOffset(2021, 12, 9, 8, 0, 0, TimeSpan.Zero), zone);
        return Population.Create(scenario, new ScenarioScripts(scenario, clock, zone), people);
    }

    private static string Text(Population population) =>
        new JsonArray([.. population.Households.Select(household => household.Data.DeepClone())]).ToJsonString();
}
