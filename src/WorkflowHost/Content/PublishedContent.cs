using System.Collections.Concurrent;
using System.Text.Json;
using Formio;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Activities;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Data;
using WorkflowHost.Engine;

namespace WorkflowHost.Content;

/// <summary>
/// Compiled content. Versions never change and are kept for ever; what is published is one snapshot that
/// <see cref="RefreshAsync"/> replaces as a whole.
/// </summary>
public sealed class PublishedContent(IDbContextFactory<WorkDb> databases, ActivityRegistry registry, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, CompiledWorkflow> _workflows = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Key, int Version), PublishedForm> _forms = new();
    private volatile ContentSnapshot? _snapshot;
    private volatile ActivityRegistry? _extended;
    private string _nested = "";

    /// <summary>What is published now.</summary>
    /// <exception cref="InvalidOperationException">Nothing was read yet: the host has not started.</exception>
    public ContentSnapshot Current =>
        _snapshot ?? throw new InvalidOperationException("Content is read when the host starts; it has not started yet.");

    public Plan Plan => Current.Plan;

    /// <summary>Reads anew what is published; call it after every publication.</summary>
    public async Task<ContentSnapshot> RefreshAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.IsPublished, ct)
            ?? throw new InvalidOperationException("No plan is published: workflows/plan.json could not be imported.");
        var dictionaries = ContentDictionaries.Read(await ReadTextsAsync(db, ContentVersions.DictionaryKind, ct));
        // A form is compiled with its words: other words, another form.
        if (_snapshot is { } before && before.Dictionaries.Stamp != dictionaries.Stamp)
            _forms.Clear();
        var forms = new Dictionary<string, PublishedForm>(StringComparer.Ordinal);
        foreach (var form in await db.Forms.AsNoTracking().Where(f => f.IsPublished).ToListAsync(ct))
            forms[form.Key] = Keep(form, dictionaries);
        var definitions = await db.Definitions.AsNoTracking().Where(d => d.IsPublished).ToListAsync(ct);
        OfferAsActivities(definitions, await ReadKeptAsync(db, ct));
        var workflows = definitions.ToDictionary(d => d.DefinitionId, Keep, StringComparer.Ordinal);
        var parsed = Plan.Parse(plan.Json);
        return _snapshot = new ContentSnapshot
        {
            Plan = parsed,
            Registry = _extended ?? registry,
            Interpreter = new WorkflowInterpreter(_extended ?? registry, EngineOptions.ProfileS with { TimeZone = parsed.TimeZone }),
            Forms = forms,
            Workflows = workflows,
            StartForms = Starts(workflows.Values, forms, clock.GetUtcNow()),
            Dictionaries = dictionaries,
            ScreenTexts = ContentDictionaries.Read(await ReadTextsAsync(db, ContentVersions.ScreenKind, ct)),
            Catalogs = await ReadCatalogsAsync(db, ct),
            Presets = (await ReadTextsAsync(db, ContentVersions.PresetKind, ct)).ToDictionary(group => group.Key, group => group.Json, StringComparer.Ordinal),
            LiteralsInUse = LiteralsInUse.Of(definitions.Concat(await db.Definitions.AsNoTracking().Where(d => d.IsLatest && !d.IsPublished).ToListAsync(ct))),
            Fragments = Fragment.ReadAll(await ReadTextsAsync(db, ContentVersions.FragmentKind, ct)),
        };
    }

    /// <summary>A version by its id, published or not; null when there is none.</summary>
    public async ValueTask<CompiledWorkflow?> FindWorkflowVersionAsync(string versionId, CancellationToken ct)
    {
        if (_workflows.TryGetValue(versionId, out var known))
            return known;
        await using var db = await databases.CreateDbContextAsync(ct);
        var stored = await db.Definitions.AsNoTracking().SingleOrDefaultAsync(d => d.Id == versionId, ct);
        if (stored is null)
            return null;
        // A draft still changes: it is compiled each time and never kept.
        return stored.PublishedAt is null ? Compile(stored) : Keep(stored);
    }

    /// <summary>A version of a form; null when there is none.</summary>
    public async ValueTask<PublishedForm?> FindFormVersionAsync(string key, int version, CancellationToken ct)
    {
        if (_forms.TryGetValue((key, version), out var known))
            return known;
        await using var db = await databases.CreateDbContextAsync(ct);
        var stored = await db.Forms.AsNoTracking().SingleOrDefaultAsync(f => f.Key == key && f.Version == version, ct);
        if (stored is null)
            return null;
        return stored.PublishedAt is null ? Compile(stored, Current.Dictionaries) : Keep(stored, Current.Dictionaries);
    }

    /// <summary>A form that is no version yet, to be tried.</summary>
    public PublishedForm Compile(string key, string json) => PublishedForm.Compile(
        key, 0, json, new FormCompileOptions { Translations = Current.Dictionaries.ForForm(key) });

    private PublishedForm Keep(StoredForm form, ContentDictionaries dictionaries) =>
        _forms.GetOrAdd((form.Key, form.Version), _ => Compile(form, dictionaries));

    private CompiledWorkflow Keep(StoredDefinition definition) =>
        _workflows.GetOrAdd(definition.Id, _ => Compile(definition));

    private static PublishedForm Compile(StoredForm form, ContentDictionaries dictionaries) => PublishedForm.Compile(
        form.Key, form.Version, form.Json, new FormCompileOptions { Translations = dictionaries.ForForm(form.Key) }, form.PublishedAt);

    private CompiledWorkflow Compile(StoredDefinition definition) =>
        CompiledWorkflow.Compile(WorkflowDefinition.Parse(definition.Json), _extended ?? registry);

    // A workflow used as an activity is bound when its user is compiled, so a change in what is offered compiles all anew.
    private void OfferAsActivities(IEnumerable<StoredDefinition> definitions, IReadOnlyList<WorkflowDefinition> kept)
    {
        var offered = definitions.Select(d => WorkflowDefinition.Parse(d.Json)).Where(d => d.Options.UsableAsActivity).ToList();
        var nested = string.Join(' ', offered.Concat(kept).Select(d => d.Id).Order(StringComparer.Ordinal));
        if (nested == _nested)
            return;
        var extended = registry.Copy();
        foreach (var definition in kept)
            extended.KeepWorkflow(definition);
        foreach (var definition in offered)
            extended.AddWorkflow(definition);
        _extended = extended;
        _nested = nested;
        _workflows.Clear();
    }

    // Earlier versions that steps of other workflows may still name.
    private static async Task<IReadOnlyList<WorkflowDefinition>> ReadKeptAsync(WorkDb db, CancellationToken ct)
    {
        var earlier = await db.Definitions.AsNoTracking()
            .Where(d => !d.IsPublished && d.PublishedAt != null && d.Json.Contains("\"usableAsActivity\":true"))
            .ToListAsync(ct);
        return [.. earlier.Select(d => WorkflowDefinition.Parse(d.Json)).Where(d => d.Options.UsableAsActivity)];
    }

    /// <summary>
    /// The start that a workflow's version has by that form, published still or not: what began with it goes on with it.
    /// Null when there is none.
    /// </summary>
    public async ValueTask<(CompiledWorkflow Workflow, StartForm Start)?> FindStartOfVersionAsync(
        string versionId, PublishedForm form, CancellationToken ct)
    {
        if (await FindWorkflowVersionAsync(versionId, ct) is not { } workflow)
            return null;
        var start = Starts(workflow, key => key == form.Key ? form : null, clock.GetUtcNow()).FirstOrDefault();
        return start is null ? null : (workflow, start);
    }

    private static List<StartForm> Starts(
        IEnumerable<CompiledWorkflow> workflows, IReadOnlyDictionary<string, PublishedForm> forms, DateTimeOffset now) =>
    [
        .. workflows
            .SelectMany(workflow => Starts(workflow, key => forms.GetValueOrDefault(key) is { IsRetired: false } form ? form : null, now))
            .OrderBy(start => start.Title, StringComparer.CurrentCulture),
    ];

    private static IEnumerable<StartForm> Starts(CompiledWorkflow workflow, Func<string, PublishedForm?> find, DateTimeOffset now)
    {
        foreach (var trigger in workflow.Triggers(now).Where(trigger => trigger.ActivityType == FormReceived.TypeName))
        {
            var activity = DefinitionActivities.Find(workflow.Definition.Root, trigger.ActivityId);
            if (trigger.Payload?["Form"]?.ToString() is { Length: > 0 } form && find(form) is { } published)
            {
                yield return new StartForm(
                    form,
                    DefinitionActivities.Literal(activity, "title") ?? published.Title,
                    DefinitionActivities.Literal(activity, "role"),
                    workflow.Definition.DefinitionId,
                    trigger.ActivityId);
            }
        }
    }

    private static async Task<Dictionary<string, IReadOnlyDictionary<string, string>>> ReadCatalogsAsync(WorkDb db, CancellationToken ct) =>
        (await ReadTextsAsync(db, ContentVersions.CatalogKind, ct)).ToDictionary(
            text => text.Key, text => CatalogLabels(text.Json), StringComparer.Ordinal);

    private static IReadOnlyDictionary<string, string> CatalogLabels(string json)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        using var catalog = JsonDocument.Parse(json);
        foreach (var entry in catalog.RootElement.EnumerateArray())
            labels[entry.GetProperty("value").ToString()] = entry.GetProperty("label").ToString();
        return labels;
    }

    private static async Task<List<StoredContent>> ReadTextsAsync(WorkDb db, string kind, CancellationToken ct)
    {
        var texts = await db.Contents.AsNoTracking().Where(c => c.Kind == kind).ToListAsync(ct);
        return [.. texts.GroupBy(text => text.Key).Select(versions => versions.OrderByDescending(text => text.Version).First())];
    }
}
