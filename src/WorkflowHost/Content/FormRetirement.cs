using System.Text.Json.Nodes;
using Formio;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Activities;
using WorkflowHost.Cases;
using WorkflowHost.Cases.Audit;
using WorkflowHost.Content.Publications;
using WorkflowHost.Data;
using WorkflowHost.Engine;

namespace WorkflowHost.Content;

/// <summary>
/// Retires forms and gives them back: a new version that says so, since published versions never change. A retired form
/// starts nothing; tasks and drafts that began with it are sent as ever.
/// </summary>
public sealed class FormRetirement(IDbContextFactory<WorkDb> databases, PublishedContent content, TimeProvider clock)
{
    private const int DraftVersion = 0;

    public static bool IsRetired(FormDefinition form) => form.Properties.GetValueOrDefault(PublishedForm.RetiredProperty) == "true";

    /// <summary>Steps of published processes that open the form, or start by it.</summary>
    public IReadOnlyList<FormStep> StepsOf(string key) =>
    [
        .. from workflow in content.Current.Workflows.Values
           from found in DefinitionActivities.All(workflow.Definition.Root)
           let type = ActivityJson.Text(found.Activity, "type")
           where type is FormTask.TypeName or FormReceived.TypeName && DefinitionActivities.Literal(found.Activity, "form") == key
           orderby workflow.Definition.Name
           select new FormStep(
               workflow.Definition.DefinitionId, workflow.Definition.Name ?? workflow.Definition.DefinitionId,
               DefinitionActivities.NameOf(found.Activity), type == FormReceived.TypeName),
    ];

    /// <summary>
    /// Retires a form. Refused while a step of a published process opens it: the steps are answered, and every new case
    /// would meet the retired form. A process that only starts by it may stay; it is what retiring closes.
    /// </summary>
    public async Task<IReadOnlyList<FormStep>> RetireAsync(string key, string actor, CancellationToken ct)
    {
        if (StepsOf(key).Where(step => !step.IsStart).ToList() is { Count: > 0 } inUse)
            return inUse;
        await PublishAsync(key, retired: true, actor, ct);
        return [];
    }

    /// <summary>Lets a form start things again.</summary>
    public Task GiveBackAsync(string key, string actor, CancellationToken ct) => PublishAsync(key, retired: false, actor, ct);

    /// <summary>The form's text with the mark or without.</summary>
    internal static string Mark(string json, bool retired)
    {
        if (JsonNode.Parse(json) is not JsonObject form || retired == (form["properties"]?[PublishedForm.RetiredProperty]?.ToString() == "true"))
            return json;
        if (form["properties"] is not JsonObject properties)
            form["properties"] = properties = [];
        if (retired)
            properties[PublishedForm.RetiredProperty] = "true";
        else
            properties.Remove(PublishedForm.RetiredProperty);
        return JsonText.Of(form);
    }

    private async Task PublishAsync(string key, bool retired, string actor, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var published = await db.Forms.AsNoTracking().SingleOrDefaultAsync(form => form.Key == key && form.IsPublished, ct);
        if (published is null || IsRetired(FormDefinition.Parse(published.Json)) == retired)
            return;
        var now = clock.GetUtcNow();
        var draft = await db.Forms.SingleOrDefaultAsync(form => form.Key == key && form.Version == DraftVersion, ct);
        var added = await new ContentVersions(db, actor, now).AddFormAsync(FormDefinition.Parse(Mark(published.Json, retired)), ct);
        if (draft is not null)
            draft.Json = Mark(draft.Json, retired);
        db.Publications.Add(PublicationRecord.Row(PublicationKind.Form, actor, now,
            [PublicationItem.Of(ContentKind.Form, key, $"forms/{key}.json", added.Title, published.Version, added.Version, published.Json, added.Json)]));
        db.Audit.Add(new AuditEntry
        {
            At = now, Actor = actor, Action = retired ? "form.retired" : "form.given_back", Subject = "form", SubjectId = $"{key}/{added.Version}",
        });
        await db.SaveChangesAsync(ct);
        await content.RefreshAsync(ct);
    }
}

/// <summary>A step of a published process that people fill a form at.</summary>
/// <param name="IsStart">The form starts the process there.</param>
public sealed record FormStep(string DefinitionId, string Workflow, string Step, bool IsStart);
