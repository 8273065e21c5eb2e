using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Forms.Designer;

/// <summary>
/// Where forms are changed: one draft per form, kept as version 0 beside the published versions, which never change.
/// </summary>
public sealed partial class FormDesk(
    WorkDb db, ContentPublishing publishing, PublishedContent content, CurrentStaff staff, AuditPen audit, TimeProvider time)
{
    private const int DraftVersion = 0;

    public async Task<IReadOnlyList<FormRow>> ListAsync(CancellationToken stop)
    {
        var rows = await db.Forms.AsNoTracking()
            .Where(form => form.IsPublished || form.Version == DraftVersion)
            .Select(form => new { form.Key, form.Title, form.Category, form.Version, form.CreatedAt })
            .ToListAsync(stop);
        return
        [
            .. from row in rows
               group row by row.Key into versions
               let shown = versions.MaxBy(row => row.Version)
               let draft = versions.FirstOrDefault(row => row.Version == DraftVersion)
               orderby shown.Category ?? "~", shown.Title
               select new FormRow(
                   versions.Key, draft?.Title ?? shown.Title, shown.Category, shown.Version == DraftVersion ? null : shown.Version,
                   draft is not null, (draft ?? shown).CreatedAt),
        ];
    }

    public async Task<FormEditorPage?> FindAsync(string key, CancellationToken stop)
    {
        var (published, draft) = await VersionsAsync(key, stop);
        return (draft ?? published) is { } shown
            ? new FormEditorPage(key, shown.Title, published?.Version ?? 0, draft is not null, shown.Json, BaseOf(published, draft))
            : null;
    }

    /// <summary>A new form, empty or like another one. False when the key is malformed or taken, or the other is not there.</summary>
    /// <param name="like">Key of the form to copy; null or empty for none.</param>
    public async Task<bool> CreateAsync(string key, string title, string? like, CancellationToken stop)
    {
        if (!KeyShape().IsMatch(key) || title.Length == 0 || await db.Forms.AnyAsync(form => form.Key == key, stop))
            return false;
        if (string.IsNullOrEmpty(like))
        {
            await KeepAsync(key, Blank(title), stop);
            return true;
        }

        var (published, draft) = await VersionsAsync(like, stop);
        if ((draft ?? published) is not { } model || JsonNode.Parse(model.Json) is not JsonObject copy)
            return false;
        copy["title"] = title;
        await KeepAsync(key, copy, stop);
        return true;
    }

    /// <summary>Puts a whole form in place of the draft, whatever it was. False when there is no such form.</summary>
    public async Task<bool> ReplaceDraftAsync(string key, JsonObject form, CancellationToken stop)
    {
        if (!await db.Forms.AnyAsync(one => one.Key == key, stop))
            return false;
        await KeepAsync(key, form, stop);
        return true;
    }

    private static JsonObject Blank(string title) => new()
    {
        ["title"] = title,
        ["display"] = "form",
        ["properties"] = new JsonObject { ["sensitivity"] = "personal" },
        ["components"] = new JsonArray(new JsonObject
        {
            ["type"] = "button", ["action"] = "submit", ["key"] = "submit", ["label"] = "Enviar", ["theme"] = "primary", ["input"] = true, ["disableOnInvalid"] = false,
        }),
    };

    public async Task<FormSaved> SaveAsync(string key, JsonObject form, string? basedOn, CancellationToken stop)
    {
        var (published, draft) = await VersionsAsync(key, stop);
        if (published is null && draft is null)
            return new FormSaved.NotFound();
        if (basedOn != BaseOf(published, draft))
            return new FormSaved.Stale();

        var kept = await KeepAsync(key, form, stop);
        return new FormSaved.Kept(BaseOf(published, kept));
    }

    public async Task<FormSaved> PublishAsync(string key, JsonObject form, string? basedOn, CancellationToken stop)
    {
        var (published, draft) = await VersionsAsync(key, stop);
        if (published is null && draft is null)
            return new FormSaved.NotFound();
        if (basedOn != BaseOf(published, draft))
            return new FormSaved.Stale();

        var answer = await publishing.PublishFormAsync(key, JsonText.Of(form), staff.UserName, stop);
        if (answer.Version is not { } version)
            return new FormSaved.Refused(answer.Mistakes);

        await db.Forms.Where(one => one.Key == key && one.Version == DraftVersion).ExecuteDeleteAsync(stop);
        var fresh = (await VersionsAsync(key, stop)).Published;
        return new FormSaved.Published(version, BaseOf(fresh, null), answer.Mistakes);
    }

    private async Task<(StoredForm? Published, StoredForm? Draft)> VersionsAsync(string key, CancellationToken stop)
    {
        var versions = await db.Forms.AsNoTracking()
            .Where(form => form.Key == key && (form.IsPublished || form.Version == DraftVersion))
            .ToListAsync(stop);
        return (versions.FirstOrDefault(form => form.IsPublished), versions.FirstOrDefault(form => form.Version == DraftVersion));
    }

    private async Task<StoredForm> KeepAsync(string key, JsonObject form, CancellationToken stop)
    {
        form["name"] = key;
        var draft = new StoredForm
        {
            Key = key,
            Version = DraftVersion,
            Title = (string?)form["title"] ?? key,
            Category = (string?)form["properties"]?["category"],
            Sensitivity = content.Current.FindForm(key)?.Sensitivity ?? Sensitivity.Medical,
            // A copy, a file or an earlier version does not retire a form by the way, nor give it back.
            Json = FormRetirement.Mark(JsonText.Of(form), content.Current.FindForm(key)?.IsRetired ?? false),
            CreatedAt = time.GetUtcNow(),
            CreatedBy = staff.UserName,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.Forms.Where(one => one.Key == key && one.Version == DraftVersion).ExecuteDeleteAsync(stop);
        db.Forms.Add(draft);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        await audit.WriteAsync(staff.UserName, "form.drafted", "form", key, stop);
        return draft;
    }

    private static string BaseOf(StoredForm? published, StoredForm? draft) => $"{published?.Version ?? 0}:{draft?.Id.ToString() ?? "-"}";

    [GeneratedRegex("^[a-z][a-z0-9-]{1,60}$")]
    private static partial Regex KeyShape();
}
