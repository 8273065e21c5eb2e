using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Files;

namespace WorkflowHost.Data.Queries;

/// <summary>Looks cases up by what a person types.</summary>
public static class CaseSearch
{
    /// <summary>
    /// Cases whose folio, title or search fields contain every word, accents and capitals aside; no words match all.
    /// Add site, type and state as further conditions; the order is the caller's.
    /// </summary>
    public static IQueryable<Case> SearchCases(this WorkDb db, string? typed)
    {
        var cases = db.Cases.AsNoTracking();
        foreach (var word in CaseText.Fold(typed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8))
            cases = cases.Where(c => c.SearchText.Contains(word));
        return cases;
    }
}
