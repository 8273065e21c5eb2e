using System.Text.Json.Nodes;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;
using WorkflowHost.Features.Shared.Forms;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Start;

/// <summary>The published forms that start a workflow and are this person's to fill in.</summary>
public sealed class StartShelf(PublishedContent content, CurrentStaff staff, BegunForms begun, IHttpContextAccessor http)
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

        var workflow = content.Current.FindWorkflow(start.DefinitionId);
        var proof = workflow is null || http.HttpContext?.User is not { } person
            ? null
            : begun.Issue(person, new BegunForm(key, form.Version, workflow.Definition.Id));
        return Page(start, form, proof);
    }

    /// <summary>The form as it was when somebody began it; null when it is not this person's, or its version is gone.</summary>
    public async Task<StartPage?> ContinueAsync(BegunForm before, string proof, CancellationToken stop)
    {
        if (await content.FindFormVersionAsync(before.Form, before.Version, stop) is not { } form
            || await content.FindStartOfVersionAsync(before.DefinitionVersionId, form, stop) is not var (_, start)
            || !staff.MayStart(start.Role, form.Sensitivity))
            return null;
        return Page(start, form, proof);
    }

    /// <summary>A form that was retired; null when it is none, or not this person's to read.</summary>
    public RetiredPage? FindRetired(string key) =>
        content.Current.FindForm(key) is { IsRetired: true } form && staff.MayStart(null, form.Sensitivity)
            ? new RetiredPage(key, form.Title, form.PublishedAt)
            : null;

    private StartPage Page(StartForm start, PublishedForm form, string? proof)
    {
        var sites = Sites(start);
        var sheet = new FormSheet(
            form.Key, form.Version, $"/api/start/{form.Key}/submission?version={form.Version}", $"start:{form.Key}", new JsonObject(), sites,
            sites.Count > 0 ? sites[0].Key : null)
        {
            Begun = proof,
            Title = start.Title,
        };
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
