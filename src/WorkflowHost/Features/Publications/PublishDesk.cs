using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;
using WorkflowHost.Content.Publications;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Publications;

/// <summary>The common page: all drafts, what they change, and publishing those that are chosen together.</summary>
public sealed class PublishDesk(ContentPublications publications, PublishingRights rights, CurrentStaff staff)
{
    public async Task<PublishPage> OpenAsync(PublishForm? form, CancellationToken stop)
    {
        var stand = await publications.StandAsync(stop);
        return new PublishPage(Rows(stand, form), null) { Note = form?.Note ?? "" };
    }

    /// <summary>What is wrong with the chosen as they stand now.</summary>
    public async Task<PublishPage> CheckAsync(PublishForm form, CancellationToken stop)
    {
        var stand = await publications.StandAsync(stop);
        return Judged(stand, form);
    }

    /// <summary>The number of the publication, or the page that says why there is none.</summary>
    public async Task<(int? Number, PublishPage Page)> PublishAsync(PublishForm form, CancellationToken stop)
    {
        var stand = await publications.StandAsync(stop);
        var rows = Rows(stand, form);
        // A draft that is gone was published or dropped by somebody else: it is told as stale, not passed over.
        var chosen = (form.Paths ?? []).Where(path => rows.FirstOrDefault(row => row.Path == path)?.Barred is null).Distinct().ToList();
        if (chosen.Count == 0)
            return (null, new PublishPage(rows, null) { Note = form.ShortNote, IsEmpty = true });

        var answer = await publications.PublishAsync(
            new PublicationOrder(PublicationKind.Together, staff.UserName, form.ShortNote, Files(chosen, form)), stop);
        switch (answer)
        {
            case PublicationAnswer.Published published:
                return (published.Number, new PublishPage([], null));
            case PublicationAnswer.Refused refused:
                return (null, Judged(stand, form, refused.Mistakes) with { IsRefused = true });
            case PublicationAnswer.Stale stale:
                var now = await publications.StandAsync(stop);
                return (null, new PublishPage(Rows(now, form), null)
                {
                    Note = form.ShortNote, Stale = [.. stale.Paths.Select(path => ContentTitle.Of(now.Drafts.GetValueOrDefault(path)?.Text ?? now.Files.GetValueOrDefault(path)) ?? path)],
                });
            default:
                throw new InvalidOperationException($"Unknown answer {answer}.");
        }
    }

    private PublishPage Judged(ContentStand stand, PublishForm form, IReadOnlyList<ContentMistake>? refusedFor = null)
    {
        var rows = Rows(stand, form);
        var chosen = rows.Where(row => row.IsChosen).Select(row => row.Path).ToList();
        var judged = publications.Judge(stand, new PublicationOrder(PublicationKind.Together, staff.UserName, "", Files(chosen, form)));
        return new PublishPage(rows, [.. (refusedFor ?? judged.Mistakes).Select(mistake => PlaceLinks.Of(mistake, judged))]) { Note = form.ShortNote };
    }

    private static List<PublicationFile> Files(IEnumerable<string> paths, PublishForm form) =>
        [.. paths.Select(path => new PublicationFile(path, null, form.TokenOf(path)) { IsDraft = true })];

    private List<PublishRow> Rows(ContentStand stand, PublishForm? form)
    {
        var rolesBarred = rights.BarsRoles(stand.Files.GetValueOrDefault(ContentExport.PlanPath), stand.Drafts.GetValueOrDefault(ContentExport.PlanPath)?.Text);
        return
        [
            .. stand.Drafts.Values.Select(draft => new PublishRow(
                draft.Path, draft.Kind, draft.Title, PlaceLinks.Of(draft.Path),
                stand.Versions.TryGetValue(draft.Path, out var version) ? version : null, stand.TokenOf(draft.Path),
                ContentDifference.Of(draft.Kind, stand.Files.GetValueOrDefault(draft.Path), draft.Text))
            {
                By = draft.ChangedBy,
                At = draft.ChangedAt,
                Barred = rights.Bar(draft.Kind, rolesBarred),
                IsChosen = rights.Bar(draft.Kind, rolesBarred) is null && (form is null || form.Chose(draft.Path)),
            }),
        ];
    }
}
