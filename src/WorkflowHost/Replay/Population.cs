using System.Globalization;
using System.Text.Json.Nodes;

namespace WorkflowHost.Replay;

/// <summary>Everybody and everything a run of a scenario is about, made before the clock starts.</summary>
public sealed class Population
{
    private Population(
        IReadOnlyList<Subject> households, IReadOnlyList<Subject> people, IReadOnlyDictionary<string, IReadOnlyList<Subject>> batches)
    {
        Households = households;
        People = people;
        Batches = batches;
    }

    public IReadOnlyList<Subject> Households { get; }

    public IReadOnlyList<Subject> People { get; }

    public IReadOnlyDictionary<string, IReadOnlyList<Subject>> Batches { get; }

    /// <summary>Subjects a start or rule is meant for: people, households or the items of a batch.</summary>
    public IReadOnlyList<Subject> Each(string kind) => kind switch
    {
        "person" => People,
        "household" => Households,
        _ => Batches.TryGetValue(kind, out var items)
            ? items
            : throw new ScenarioException($"'{kind}' is neither person, household nor a batch"),
    };

    public static Population Create(Scenario scenario, ScenarioScripts scripts, int people)
    {
        var householdCount = Math.Clamp(HouseholdSizes.Scale(scenario.Households, people, scenario.People), 1, people);
        var sizes = HouseholdSizes.Cut(scenario, people, householdCount);
        var arrivals = ArrivalCurve.Spread(scenario, sizes);
        var households = new List<Subject>(householdCount);
        var everybody = new List<Subject>(people);
        foreach (var (size, index) in sizes.SelectMany(segment => segment).Select((size, index) => (size, index)))
        {
            var household = MakeHousehold(scenario, scripts, index, size, arrivals[index], everybody.Count);
            households.Add(household);
            everybody.AddRange(household.Members);
        }

        Traits.Choose(scenario, scripts, households, everybody, people);
        var batches = scenario.Batches.ToDictionary(
            batch => batch.Name, batch => BatchItems.Make(scenario, scripts, batch, people));
        return new Population(households, everybody, batches);
    }

    private static Subject MakeHousehold(
        Scenario scenario, ScenarioScripts scripts, int index, int size, DateTime arrival, int peopleBefore)
    {
        var data = new JsonObject
        {
            ["number"] = index + 1,
            ["size"] = size,
            ["arrival"] = arrival.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        };
        var members = new List<Subject>(size);
        var household = new Subject("household", Invariant($"household-{index + 1}"), data, null) { Members = members };
        household = household with { Household = household };
        scripts.Fill(scenario.Household, household, data, "$.household");
        var people = new JsonArray();
        for (var i = 0; i < size; i++)
        {
            var person = new JsonObject { ["number"] = peopleBefore + i + 1, ["index"] = i };
            var subject = new Subject("person", Invariant($"person-{index + 1}-{i + 1}"), person, household);
            people.Add(person);
            data["people"] ??= people;
            scripts.Fill(scenario.Person, subject, person, "$.person");
            members.Add(subject);
        }

        return household;
    }

    internal static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
