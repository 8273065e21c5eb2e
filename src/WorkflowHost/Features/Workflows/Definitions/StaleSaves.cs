using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Workflows.Definitions;

/// <summary>
/// Refuses a save that began from something else than what is stored: somebody, or another tab, saved in between. A page
/// whose own last answer was lost on the way is still taken for what it is.
/// </summary>
public sealed class StaleSaves(WorkDb db, SavingTabs tabs, IStringLocalizer<Texts> texts)
{
    /// <summary>Null when the save may go on; else the sentence for the person.</summary>
    /// <param name="latest">What is stored; null when there is nothing of that id.</param>
    /// <param name="incoming">Stamp of what is to be stored.</param>
    public async Task<string?> RefusalAsync(
        StoredDefinition? latest, string definitionId, string incoming, SaveOrigin origin, CancellationToken ct)
    {
        if (origin.Base is null)
            return null;
        if (latest is null)
            return texts["studio.deletedMeanwhile"];
        var stored = DefinitionStamp.Of(latest);
        var isOwn = stored == origin.Base || stored == incoming || tabs.Wrote(definitionId, stored, origin.Tab);
        return isOwn ? null : await SentenceAsync(definitionId, ct);
    }

    public async Task<string> SentenceAsync(string definitionId, CancellationToken ct)
    {
        var who = await db.Audit.AsNoTracking().Where(a => a.Subject == "workflow" && a.SubjectId == definitionId)
            .OrderByDescending(a => a.Sequence).Select(a => a.Actor).FirstOrDefaultAsync(ct);
        return texts["studio.savedMeanwhile", string.IsNullOrEmpty(who) ? "?" : who];
    }

    public void Remember(StoredDefinition saved, SaveOrigin origin)
    {
        if (origin.Tab is not null)
            tabs.Remember(saved.DefinitionId, DefinitionStamp.Of(saved), origin.Tab);
    }
}
