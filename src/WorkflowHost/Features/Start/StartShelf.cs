using System.Text.Json.Nodes;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;
using WorkflowHost.Features.Shared.Forms;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Start;

/// <summary>The published forms that start a workflow and are this person's to fill in.</summary>
public sealed class StartShelf(PublishedContent content, CurrentStaff staff)
{
    public IReadOnlyList<StartGroup> All() =>
    [
        .. content.Current.StartForms
            .Where(IsMine)
            .GroupBy(start => content.Current.FindForm(start.Form)?.Category ?? "")
            .OrderBy(group => group.Key.Length == 0)
            .ThenBy(group => group.Key, StringComparer.CurrentCulture)
            .Select(group => new StartGroup(group.Key, [.. group])),
    ];

    /// <summary>Null when there is no such start or it is not this person's.</summary>
    public StartPage? Find(string key)
    {
        if (content.Current.FindStart(key) is not { } start || content.Current.FindForm(key) is not { } form || !IsMine(start))
            return null;

        var sites = Sites(start);
        var sheet = new FormSheet(
            key, form.Version, $"/api/start/{key}/submission?version={form.Version}", $"start:{key}", new JsonObject(), sites,
            sites.Count > 0 ? sites[0].Key : null);
        return new StartPage(start.Title, sheet);
    }

    private bool IsMine(StartForm start) =>
        staff.MayStart(start.Role, content.Current.FindForm(start.Form)?.Sensitivity ?? Sensitivity.Protected);

    private IReadOnlyList<SiteChoice> Sites(StartForm start)
    {
        var language = ScreenLanguages.Current.Tag;
        return
        [
            .. content.Current.Plan.Sites
                .Where(site => staff.Roles.Any(held =>
                    held.Role.Permissions.Contains(Permissions.StartForms)
                    && (start.Role is null || start.Role == held.Role.Key)
                    && held.CountsAt(site.Key)))
                .Select(site => new SiteChoice(site.Key, site.Title.In(language))),
        ];
    }
}
