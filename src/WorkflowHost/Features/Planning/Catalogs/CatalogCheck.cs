namespace WorkflowHost.Features.Planning.Catalogs;

/// <summary>What is wrong with a list of choices as it was entered.</summary>
public static class CatalogCheck
{
    /// <param name="published">Values in force: answers hold them, so none of them may vanish.</param>
    public static IReadOnlyList<CatalogProblem> Of(IReadOnlyList<CatalogEntry> entries, IReadOnlySet<string> published)
    {
        var problems = new List<CatalogProblem>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Value.Length == 0)
                problems.Add(new CatalogProblem(i, "plan.catalogs.noValue", ""));
            else if (!seen.Add(entries[i].Value))
                problems.Add(new CatalogProblem(i, "plan.catalogs.twice", entries[i].Value));
            if (entries[i].Label.Length == 0)
                problems.Add(new CatalogProblem(i, "plan.catalogs.noLabel", ""));
        }

        problems.AddRange(published.Where(value => !seen.Contains(value)).Select(value => new CatalogProblem(-1, "plan.catalogs.missing", value)));
        return problems;
    }
}
