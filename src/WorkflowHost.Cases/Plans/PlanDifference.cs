using System.Text.Json.Nodes;

namespace WorkflowHost.Cases.Plans;

/// <summary>
/// What differs between two plans, for people. It knows the shape of plan.json and not its sections: a list of things with
/// keys, a text in languages, a list of words, a value. A section somebody adds is compared like the others.
/// </summary>
public static class PlanDifference
{
    /// <summary>Every difference, in the order of the later plan; empty when they mean the same.</summary>
    /// <param name="before">The earlier plan; null says that everything is new.</param>
    /// <param name="after">The later plan.</param>
    /// <param name="language">Language of the names, two letters.</param>
    public static IReadOnlyList<PlanChange> Between(JsonObject? before, JsonObject after, string language = "es")
    {
        var comparison = new PlanComparison(language);
        comparison.Members(PlanPlace.Root, before ?? [], after);
        return comparison.Changes;
    }

    /// <summary>What differs between two versions of a catalog of that name: its entries, by their value.</summary>
    public static IReadOnlyList<PlanChange> BetweenCatalogs(string name, JsonArray? before, JsonArray after, string language = "es")
    {
        var comparison = new PlanComparison(language);
        var catalog = PlanPlace.Root.Into("catalogs", name, name);
        if (before is null)
            comparison.Add(catalog, PlanChangeKind.Added);
        else
            comparison.Things(catalog, "entries", before, after);
        return comparison.Changes;
    }
}
