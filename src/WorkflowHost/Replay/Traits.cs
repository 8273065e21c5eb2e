namespace WorkflowHost.Replay;

/// <summary>Marks exactly as many people or households as the scenario says, among those who qualify.</summary>
internal static class Traits
{
    public static void Choose(
        Scenario scenario, ScenarioScripts scripts, IReadOnlyList<Subject> households, IReadOnlyList<Subject> people, int size)
    {
        foreach (var (trait, index) in scenario.Traits.Select((trait, index) => (trait, index)))
        {
            var place = Population.Invariant($"$.traits[{index}]");
            var all = trait.Of switch
            {
                "person" => people,
                "household" => households,
                _ => throw new ScenarioException($"{place}.of: '{trait.Of}' is neither person nor household"),
            };
            var wanted = HouseholdSizes.Scale(trait.Count, size, scenario.People);
            var chosen = all
                .Where(subject => trait.When is null || scripts.Holds(trait.When, subject, $"{place}.when"))
                .OrderBy(subject => new KeyedRandom(scenario.Seed, "trait", trait.Name, subject.Identity).NextBits())
                .Take(wanted)
                .ToList();
            if (chosen.Count < wanted)
                throw new ScenarioException($"{place}: only {chosen.Count} qualify for '{trait.Name}', {wanted} are wanted");
            foreach (var subject in all)
                subject.Data[trait.Name] = 0;
            for (var rank = 0; rank < chosen.Count; rank++)
                chosen[rank].Data[trait.Name] = rank + 1;
        }
    }
}
