using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data;
using WorkflowHost.Engine;

namespace WorkflowHost.Content.Publications;

/// <summary>
/// Puts versions of processes in force and out of it, by Elsa's rules (elsa-studio-contract 4.6): flags, triggers and the
/// workflows that use them. The caller saves, so all of it is one transaction.
/// </summary>
public sealed class ProcessVersions(WorkDb db, ActivityRegistry registry, string actor, DateTimeOffset now)
{
    private readonly ContentVersions _versions = new(db, actor, now);
    private readonly Dictionary<string, StoredDefinition> _fresh = new(StringComparer.Ordinal);

    /// <summary>What got another version because it uses one that did.</summary>
    public IList<(StoredDefinition Version, string Before, int? From)> Led { get; } = [];

    public Task<List<StoredDefinition>> OfAsync(string definitionId, CancellationToken ct) =>
        db.Definitions.Where(d => d.DefinitionId == definitionId).ToListAsync(ct);

    /// <summary>Makes this version the one that starts new instances.</summary>
    public void Publish(StoredDefinition version, IEnumerable<StoredDefinition> versions)
    {
        foreach (var other in versions)
            (other.IsPublished, other.IsLatest) = (false, false);
        (version.IsPublished, version.IsLatest, version.PublishedAt) = (true, true, now);
        _fresh[version.DefinitionId] = version;
    }

    /// <summary>Lets what was published be found: its triggers take the place of those of earlier versions. Call it last.</summary>
    public async Task IndexAsync(CancellationToken ct)
    {
        foreach (var version in _fresh.Values)
            await _versions.ReplaceTriggersAsync(CompiledWorkflow.Compile(WorkflowDefinition.Parse(version.Json), registry), ct);
    }

    /// <summary>Leads the workflows that use this one, when it wants them to be led; how many there are.</summary>
    public async Task<int> LeadConsumersAsync(StoredDefinition version, CancellationToken ct)
    {
        var consumers = await Consumers.FindAsync(db, version, ct);
        foreach (var (consumer, json) in consumers)
            await LeadAsync(consumer, json, ct);
        return consumers.Count;
    }

    /// <summary>A definition of elsewhere as the version in force. A draft that stands here stays the latest.</summary>
    public async Task<StoredDefinition> AddAsync(WorkflowDefinition definition, CancellationToken ct)
    {
        var versions = await OfAsync(definition.DefinitionId, ct);
        var latest = versions.Find(v => v.IsLatest);
        var draft = latest is not null && await IsDraftAsync(latest, ct) ? latest : null;
        var added = await _versions.AddWorkflowAsync(definition, registry, ct);
        if (draft is not null)
        {
            added.IsLatest = false;
            (draft.IsLatest, draft.Version) = (true, added.Version + 1);
        }

        return added;
    }

    /// <summary>Nothing starts by this definition any more; what runs goes on.</summary>
    public async Task RetireAsync(string definitionId, CancellationToken ct)
    {
        foreach (var version in (await OfAsync(definitionId, ct)).Where(v => v.IsPublished))
            version.IsPublished = false;
        db.Triggers.RemoveRange(await db.Triggers.Where(t => t.DefinitionId == definitionId).ToListAsync(ct));
    }

    /// <summary>What the record says of a version that came in force.</summary>
    public static PublicationItem ItemOf(StoredDefinition version, string? before, int? from)
    {
        ArgumentNullException.ThrowIfNull(version);
        return PublicationItem.Of(
            ContentKind.Workflow, version.DefinitionId, $"workflows/{version.DefinitionId}.json", version.Name ?? version.DefinitionId,
            from, version.Version, before, version.Json);
    }

    /// <summary>
    /// Whether saving may write into it. Elsa would write into a version again after it was retracted, or tried out. Here what an
    /// instance began with stays.
    /// </summary>
    public async Task<bool> IsDraftAsync(StoredDefinition version, CancellationToken ct) =>
        version is { IsPublished: false, PublishedAt: null }
        && !await db.Instances.AnyAsync(i => i.DefinitionVersionId == version.Id, ct);

    /// <summary>An empty draft with the next number, which is the latest version from now on.</summary>
    public StoredDefinition AddDraft(string definitionId, List<StoredDefinition> versions)
    {
        foreach (var other in versions)
            other.IsLatest = false;
        var draft = new StoredDefinition
        {
            Id = NewId(),
            DefinitionId = definitionId,
            Version = versions.Select(v => v.Version).DefaultIfEmpty(0).Max() + 1,
            IsLatest = true,
            CreatedAt = now,
            CreatedBy = actor,
            Json = "{}",
        };
        db.Definitions.Add(draft);
        versions.Add(draft);
        return draft;
    }

    /// <summary>Elsa's ids are sixteen hex digits.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    // A consumer's own rules were checked when it was published; only the version of one step is another.
    private async Task LeadAsync(StoredDefinition consumer, JsonObject json, CancellationToken ct)
    {
        var target = consumer;
        var (before, from) = (consumer.Json, consumer.IsPublished ? (int?)consumer.Version : null);
        var isFresh = _fresh.GetValueOrDefault(consumer.DefinitionId) == consumer;
        if (!isFresh && !await IsDraftAsync(consumer, ct))
        {
            target = AddDraft(consumer.DefinitionId, await OfAsync(consumer.DefinitionId, ct));
            (target.Name, target.Description) = (consumer.Name, consumer.Description);
        }

        if (consumer.IsPublished && !isFresh)
        {
            consumer.IsPublished = false;
            (target.IsPublished, target.PublishedAt) = (true, now);
        }

        target.Json = DefinitionColumns.Over(target, json).ToJsonString(ContentJson.Options);
        if (!target.IsPublished)
            return;
        _fresh[target.DefinitionId] = target;
        if (!isFresh)
            Led.Add((target, before, from));
    }
}
