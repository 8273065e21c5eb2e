using Formio;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Audit;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content.Publications;
using WorkflowHost.Data;
using WorkflowHost.Engine;

namespace WorkflowHost.Content;

/// <summary>
/// Publishes what was changed in the browser: checks the whole, adds a version, and makes it the one in force here at once.
/// </summary>
public sealed class ContentPublishing(
    IDbContextFactory<WorkDb> databases, PublishedContent content, FormExamples examples, ActivityRegistry registry, TimeProvider clock)
{
    /// <summary>Publishes a form; its <c>name</c> is the key.</summary>
    public async Task<PublishAnswer> PublishFormAsync(string key, string json, string actor, CancellationToken ct)
    {
        var (form, mistakes) = await CheckFormAsync(key, json, ct);
        if (form is null || mistakes.Any(mistake => !mistake.IsWarning))
            return new PublishAnswer(null, mistakes);
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var before = await db.Forms.AsNoTracking().FirstOrDefaultAsync(one => one.Key == key && one.IsPublished, ct);
        var added = await new ContentVersions(db, actor, now).AddFormAsync(form, ct);
        db.Publications.Add(PublicationRecord.Row(PublicationKind.Form, actor, now,
            [PublicationItem.Of(ContentKind.Form, key, $"forms/{key}.json", added.Title, before?.Version, added.Version, before?.Json, added.Json)]));
        db.Audit.Add(Entry(actor, now, "form.published", "form", $"{key}/{added.Version}"));
        await db.SaveChangesAsync(ct);
        await content.RefreshAsync(ct);
        return new PublishAnswer(added.Version, mistakes);
    }

    /// <summary>What publishing this form would complain about, advice included; the form is null when it is none.</summary>
    public async Task<(FormDefinition? Form, IReadOnlyList<ContentMistake> Mistakes)> CheckFormAsync(string key, string json, CancellationToken ct)
    {
        FormDefinition form;
        try
        {
            // Retiring is a decision of its own: what was drawn before it or after it does not undo it.
            json = FormRetirement.Mark(json, content.Current.FindForm(key)?.IsRetired ?? false);
            form = FormDefinition.Parse(json);
        }
        catch (FormDefinitionException e)
        {
            return (null, [new ContentMistake(key, "$", "form.unusable", e.Message)]);
        }

        var mistakes = ContentCheck.OfForm(key, form).ToList();
        mistakes.AddRange(ContentCheck.OfWords(key, form, content.Current.Dictionaries));
        if (form.Key != key)
            mistakes.Add(new ContentMistake(key, "$.name", "form.key", $"The key must stay '{key}', not '{form.Key}'."));
        // A form with mistakes need not be one that can be tried.
        if (mistakes.All(mistake => mistake.IsWarning))
            mistakes.AddRange(await examples.CheckAsync(content.Compile(key, json), ct));
        return (form, mistakes);
    }

    /// <summary>
    /// What publishing this definition would complain about. The studio stores versions by Elsa's own rules and asks this first.
    /// </summary>
    public IReadOnlyList<ContentMistake> CheckWorkflow(WorkflowDefinition definition)
    {
        var current = content.Current;
        var workflows = current.Workflows.Keys.Append(definition.DefinitionId).ToHashSet(StringComparer.Ordinal);
        var forms = current.Forms.ToDictionary(form => form.Key, form => form.Value.Definition, StringComparer.Ordinal);
        var references = new ContentReferences(current.Plan, forms, workflows);
        return [.. ContentCheck.OfWorkflow(definition.DefinitionId, definition, current.Registry, references)];
    }

    /// <summary>Publishes a definition as a new version and indexes its triggers.</summary>
    public async Task<PublishAnswer> PublishWorkflowAsync(WorkflowDefinition definition, string actor, CancellationToken ct)
    {
        var mistakes = CheckWorkflow(definition);
        if (mistakes.Any(mistake => !mistake.IsWarning))
            return new PublishAnswer(null, mistakes);
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var added = await new ContentVersions(db, actor, now).AddWorkflowAsync(definition, registry, ct);
        db.Audit.Add(Entry(actor, now, "workflow.published", "workflow", $"{added.DefinitionId}/{added.Version}"));
        await db.SaveChangesAsync(ct);
        await content.RefreshAsync(ct);
        return new PublishAnswer(added.Version, mistakes);
    }

    /// <summary>Publishes the plan: checked by itself and against every published form and process that names it.</summary>
    public async Task<PublishAnswer> PublishPlanAsync(string json, string actor, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var files = (await ContentExport.ReadAsync(db, ct)).ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);
        files[ContentExport.PlanPath] = json;
        var (read, unreadable) = ContentFolder.Read(files);
        List<ContentMistake> mistakes = [.. unreadable, .. ContentCheck.OfFiles(read, registry)];
        if (mistakes.Any(mistake => !mistake.IsWarning))
            return new PublishAnswer(null, mistakes);
        var now = clock.GetUtcNow();
        var plan = Plan.Parse(json);
        db.Plans.RemoveRange(await db.Plans.Where(p => p.Version == PlanDrafts.DraftVersion).ToListAsync(ct));
        var before = await db.Plans.AsNoTracking().FirstOrDefaultAsync(one => one.IsPublished, ct);
        var added = await new ContentVersions(db, actor, now).AddPlanAsync(plan, ct);
        db.Publications.Add(PublicationRecord.Row(PublicationKind.Plan, actor, now,
            [PublicationItem.Of(ContentKind.Plan, plan.Key, ContentExport.PlanPath, ContentTitle.Of(json) ?? plan.Key, before?.Version, added.Version, before?.Json, added.Json)]));
        db.Audit.Add(Entry(actor, now, "plan.published", "plan", $"{plan.Key}/{added.Version}"));
        await db.SaveChangesAsync(ct);
        await content.RefreshAsync(ct);
        return new PublishAnswer(added.Version, mistakes);
    }

    private static AuditEntry Entry(string actor, DateTimeOffset now, string action, string subject, string id) =>
        new() { At = now, Actor = actor, Action = action, Subject = subject, SubjectId = id };
}
