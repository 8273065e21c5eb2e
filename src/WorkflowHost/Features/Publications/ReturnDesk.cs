using WorkflowHost.Content;
using WorkflowHost.Content.Publications;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Publications;

/// <summary>
/// Takes a publication back: each of its files returns, as a new version, to what was in force before it. What runs keeps its
/// version; what was published since is shown and left alone unless it is chosen.
/// </summary>
public sealed class ReturnDesk(WorkDb db, ContentPublications publications, PublicationBook book, PublishingRights rights, CurrentStaff staff)
{
    public async Task<ReturnPage?> OpenAsync(int number, CancellationToken stop) =>
        await LookAsync(number, null, stop) is { } look ? new ReturnPage(look.Record, new PublishPage(look.Rows, null)) : null;

    /// <summary>The number of the publication that took it back, or the page that says why there is none; null when there is no such publication.</summary>
    public async Task<(int? Number, ReturnPage Page)?> ReturnAsync(int number, PublishForm form, CancellationToken stop)
    {
        if (await LookAsync(number, form, stop) is not { } look)
            return null;
        var order = new PublicationOrder(PublicationKind.Return, staff.UserName, form.ShortNote,
        [
            .. look.Rows.Where(row => row.IsChosen).Select(row => new PublicationFile(row.Path, look.Texts[row.Path], form.TokenOf(row.Path))),
        ])
        { TakesBack = number };
        var page = new PublishPage(look.Rows, null) { Note = form.ShortNote };
        if (order.Files.Count == 0)
            return (null, new ReturnPage(look.Record, page with { IsEmpty = true }));
        return await publications.PublishAsync(order, stop) switch
        {
            PublicationAnswer.Published published => (published.Number, new ReturnPage(look.Record, page)),
            PublicationAnswer.Stale stale => (null, new ReturnPage(look.Record, page with
            {
                Rows = (await LookAsync(number, form, stop))?.Rows ?? [], Stale = [.. look.Rows.Where(row => stale.Paths.Contains(row.Path)).Select(row => row.Title)],
            })),
            PublicationAnswer.Refused => (null, new ReturnPage(look.Record, page with { IsRefused = true, Mistakes = MistakesOf(look.Stand, order) })),
            var other => throw new InvalidOperationException($"Unknown answer {other}."),
        };
    }

    private List<MistakeRow> MistakesOf(ContentStand stand, PublicationOrder order)
    {
        var judged = publications.Judge(stand, order);
        return [.. judged.Mistakes.Select(mistake => PlaceLinks.Of(mistake, judged))];
    }

    private async Task<Look?> LookAsync(int number, PublishForm? form, CancellationToken stop)
    {
        if (await book.FindAsync(number, stop) is not { } page)
            return null;
        var stand = await publications.StandAsync(stop);
        var texts = new Dictionary<string, string?>(StringComparer.Ordinal);
        var rows = new List<PublishRow>();
        // What only followed another file follows it back.
        foreach (var item in page.Record.Items.Where(item => !item.IsFollower))
        {
            texts[item.Path] = item.From is { } version ? await ContentExport.ReadVersionAsync(db, item.Kind, item.Key, version, stop) : null;
            rows.Add(Row(item, stand, texts[item.Path], form));
        }

        return new Look(page.Record, stand, rows, texts);
    }

    private PublishRow Row(PublicationItem item, ContentStand stand, string? text, PublishForm? form)
    {
        var here = stand.Files.GetValueOrDefault(item.Path);
        var isSince = stand.Versions.GetValueOrDefault(item.Path) != (item.To ?? 0);
        var bar = rights.Bar(item.Kind, item.Kind == ContentKind.Plan && rights.BarsRoles(here, text))
            ?? (item.From is not null && text is null ? "return.bar.gone" : null)
            ?? (text is null && item.Kind is not (ContentKind.Form or ContentKind.Workflow) ? "return.bar.first" : null)
            ?? (IsSame(item.Kind, here, text) ? "return.bar.same" : null);
        return new PublishRow(
            item.Path, item.Kind, item.Title, PlaceLinks.Of(item.Path), stand.Versions.TryGetValue(item.Path, out var version) ? version : null,
            stand.TokenOf(item.Path), ContentDifference.Of(item.Kind, here, text))
        {
            Barred = bar,
            IsGone = text is null && bar is null,
            IsChosen = bar is null && (form is null ? !isSince : form.Chose(item.Path)),
            Warning = isSince ? "return.since" : stand.Drafts.ContainsKey(item.Path) ? "publish.hasDraft" : null,
        };
    }

    private static bool IsSame(ContentKind kind, string? here, string? text) =>
        here is null || text is null ? here == text : ContentStamp.Of(kind, here) == ContentStamp.Of(kind, text);

    private sealed record Look(
        PublicationRecord Record, ContentStand Stand, IReadOnlyList<PublishRow> Rows, IReadOnlyDictionary<string, string?> Texts);
}
