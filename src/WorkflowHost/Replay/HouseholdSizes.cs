namespace WorkflowHost.Replay;

/// <summary>
/// Cuts an exact number of people into an exact number of households, such that every point of the arrival curve falls
/// between two households and is met exactly.
/// </summary>
public static class HouseholdSizes
{
    /// <summary>Sizes of the households in order of arrival, one list per segment of the curve.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Cut(Scenario scenario, int people, int households)
    {
        var weights = scenario.HouseholdSizes
            .Select(size => (Size: int.Parse(size.Key, System.Globalization.CultureInfo.InvariantCulture), size.Value))
            .OrderBy(size => size.Size)
            .ToArray();
        var random = new KeyedRandom(scenario.Seed, "household-sizes");
        var segments = new List<IReadOnlyList<int>>();
        int peopleBefore = 0, householdsBefore = 0;
        foreach (var point in scenario.Arrival)
        {
            var peopleUntil = Scale(point.Total, people, scenario.People);
            var last = peopleUntil == people;
            var share = last ? households : (int)Math.Round((double)peopleUntil * households / people);
            var count = peopleUntil - peopleBefore;
            // In a small run there can be fewer households than points: who cannot come alone comes with the next point.
            var left = households - householdsBefore - (last ? 0 : 1);
            var wanted = Math.Min(Math.Clamp(share - householdsBefore, count > 0 ? 1 : 0, count), Math.Max(0, left));
            segments.Add(wanted == 0 ? [] : Fill(count, wanted, weights, random));
            if (wanted == 0)
                continue;
            peopleBefore = peopleUntil;
            householdsBefore += wanted;
        }

        return segments;
    }

    public static int Scale(int count, int people, int reference) =>
        (int)Math.Round((double)count * people / reference, MidpointRounding.AwayFromZero);

    private static List<int> Fill(int people, int households, (int Size, double Weight)[] weights, KeyedRandom random)
    {
        var max = weights[^1].Size;
        var sizes = new List<int>(households);
        for (var i = 0; i < households; i++)
            sizes.Add(weights[random.Weighted([.. weights.Select(w => w.Weight)])].Size);
        // Drawn sizes never add up by themselves: one at a time grows or shrinks until they do.
        for (var rest = people - sizes.Sum(); rest != 0;)
        {
            var index = random.Between(0, households - 1);
            var step = Math.Sign(rest);
            if (sizes[index] + step < 1 || (sizes[index] + step > max && people <= households * max))
                continue;
            sizes[index] += step;
            rest -= step;
        }

        return sizes;
    }
}
