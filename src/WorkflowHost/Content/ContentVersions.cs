using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Formio;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Sites;
using WorkflowHost.Data;
using WorkflowHost.Engine;

namespace WorkflowHost.Content;

/// <summary>
/// Adds published versions beside those that exist: what was published before keeps its row and its text for ever, it
/// only stops being the one that starts new things. The caller saves.
/// </summary>
internal sealed class ContentVersions(WorkDb db, string actor, DateTimeOffset now)
{
    public const string CatalogKind = "catalog";
    public const string DictionaryKind = "i18n";

    /// <summary>A changed catalog that is not published yet, by its name; at most one version.</summary>
    public const string CatalogDraftKind = "catalog-draft";

    private const int HighestGiven = 100_000;

    /// <summary>Made-up answers kept with a form, by its key.</summary>
    public const string ExampleKind = "example";

    /// <summary>Ready components of the builder, by group.</summary>
    public const string PresetKind = "preset";

    /// <summary>A ready part of a process, by its definition id.</summary>
    public const string FragmentKind = "fragment";

    /// <summary>Cases with what has to come of them, by name.</summary>
    public const string CaseExampleKind = "case";

    /// <summary>Newest version of a text that was taken away.</summary>
    public const string Gone = "null";

    /// <summary>Words of the screens that were changed here, by language; over those the program is shipped with.</summary>
    public const string ScreenKind = "screen";

    /// <summary>A file as a new published version of what it holds; its number.</summary>
    /// <exception cref="PlanFormatException">The plan is no plan.</exception>
    /// <exception cref="WorkflowDefinitionException">The workflow is none.</exception>
    /// <exception cref="FormDefinitionException">The form is none.</exception>
    public async Task<int> AddAsync(ContentFile file, ActivityRegistry registry, CancellationToken ct) => file.Kind switch
    {
        ContentKind.Plan => (await AddPlanAsync(Plan.Parse(file.Json), ct)).Version,
        ContentKind.Workflow => (await AddWorkflowAsync(WorkflowDefinition.Parse(file.Json), registry, ct)).Version,
        ContentKind.Form => (await AddFormAsync(FormDefinition.Parse(file.Json), ct)).Version,
        ContentKind.Catalog => await AddTextAsync(CatalogKind, file.Key, file.Json, ct),
        ContentKind.Dictionary => await AddTextAsync(DictionaryKind, file.Key, file.Json, ct),
        ContentKind.Screen => await AddTextAsync(ScreenKind, file.Key, file.Json, ct),
        ContentKind.Example => await AddTextAsync(ExampleKind, file.Key, file.Json, ct),
        ContentKind.Preset => await AddTextAsync(PresetKind, file.Key, file.Json, ct),
        ContentKind.Fragment => await AddTextAsync(FragmentKind, Fragment.Parse(file.Json).Key, file.Json, ct),
        ContentKind.CaseExample => await AddTextAsync(CaseExampleKind, file.Key, file.Json, ct),
        _ => throw new ArgumentOutOfRangeException(nameof(file), file.Kind, null),
    };

    public async Task<StoredForm> AddFormAsync(FormDefinition form, CancellationToken ct)
    {
        // What this unit of work added and did not save yet counts too.
        var before = (await db.Forms.Where(f => f.Key == form.Key).ToListAsync(ct))
            .Union(db.Forms.Local.Where(f => f.Key == form.Key)).ToList();
        foreach (var version in before)
            version.IsLatest = version.IsPublished = false;
        var added = new StoredForm
        {
            Key = form.Key,
            Version = before.Select(f => f.Version).DefaultIfEmpty().Max() + 1,
            Title = form.Title,
            Category = form.Properties.GetValueOrDefault("category"),
            Sensitivity = Enum.TryParse<Sensitivity>(form.Properties.GetValueOrDefault("sensitivity"), true, out var sensitivity)
                ? sensitivity
                : Sensitivity.Medical,
            IsLatest = true,
            IsPublished = true,
            Json = form.ToJson(),
            CreatedAt = now,
            CreatedBy = actor,
            PublishedAt = now,
        };
        db.Forms.Add(added);
        return added;
    }

    public async Task<StoredDefinition> AddWorkflowAsync(WorkflowDefinition definition, ActivityRegistry registry, CancellationToken ct)
    {
        var before = await db.Definitions.Where(d => d.DefinitionId == definition.DefinitionId).ToListAsync(ct);
        foreach (var older in before)
            older.IsLatest = older.IsPublished = false;
        // A number from elsewhere is kept where it can be: the same plan has the same numbers on two servers.
        var version = Math.Max(before.Select(d => d.Version).DefaultIfEmpty().Max() + 1, Math.Min(definition.Version, HighestGiven));
        var json = definition.ToJsonObject();
        json["id"] = VersionId(definition, version);
        json["version"] = version;
        json["createdAt"] = now.ToString("O");
        json["isLatest"] = true;
        json["isPublished"] = true;
        var stamped = WorkflowDefinition.Parse(json);
        var added = new StoredDefinition
        {
            Id = stamped.Id,
            DefinitionId = stamped.DefinitionId,
            Version = version,
            Name = stamped.Name,
            Description = stamped.Description,
            IsLatest = true,
            IsPublished = true,
            Json = stamped.ToJson(),
            CreatedAt = now,
            CreatedBy = actor,
            PublishedAt = now,
        };
        db.Definitions.Add(added);
        await ReplaceTriggersAsync(CompiledWorkflow.Compile(stamped, registry), ct);
        return added;
    }

    public async Task ReplaceTriggersAsync(CompiledWorkflow workflow, CancellationToken ct)
    {
        var definition = workflow.Definition;
        db.Triggers.RemoveRange(await db.Triggers.Where(t => t.DefinitionId == definition.DefinitionId).ToListAsync(ct));
        foreach (var trigger in workflow.Triggers(now))
        {
            db.Triggers.Add(new PublishedTrigger
            {
                DefinitionId = definition.DefinitionId,
                DefinitionVersionId = definition.Id,
                ActivityId = trigger.ActivityId,
                ActivityType = trigger.ActivityType,
                Name = trigger.Name,
                Hash = trigger.Hash,
                PayloadJson = trigger.Payload?.ToJsonString(),
                DueAt = trigger.DueAt ?? TimerSchedule.Next(trigger, now),
            });
        }
    }

    public async Task<StoredPlan> AddPlanAsync(Plan plan, CancellationToken ct)
    {
        var before = await db.Plans.ToListAsync(ct);
        var published = before.Find(p => p.IsPublished)?.Json;
        foreach (var older in before)
            older.IsPublished = false;
        var added = new StoredPlan
        {
            Key = plan.Key,
            Version = before.Select(p => p.Version).DefaultIfEmpty().Max() + 1,
            IsPublished = true,
            Json = plan.Json,
            CreatedAt = now,
            CreatedBy = actor,
        };
        db.Plans.Add(added);
        await AddSitesAsync(plan, published is null ? null : Plan.ReadDraft(published), ct);
        await new PlanCatalogs(db, this).FollowAsync(plan, ct);
        return added;
    }

    public async Task<int> AddTextAsync(string kind, string key, string json, CancellationToken ct)
    {
        var stored = await db.Contents.Where(c => c.Kind == kind && c.Key == key).MaxAsync(c => (int?)c.Version, ct) ?? 0;
        var latest = db.Contents.Local.Where(c => c.Kind == kind && c.Key == key).Select(c => c.Version).Append(stored).Max();
        db.Contents.Add(new StoredContent
        {
            Kind = kind,
            Key = key,
            Version = latest + 1,
            Json = json,
            CreatedAt = now,
            CreatedBy = actor,
        });
        return latest + 1;
    }

    // A site the database does not know begins as the plan says. Of a known one only the numbers that this version of the
    // plan changed are taken over: what was opened with other numbers since is nobody's file's business.
    private async Task AddSitesAsync(Plan plan, Plan? before, CancellationToken ct)
    {
        var known = await db.Sites.Select(s => s.Key).ToListAsync(ct);
        var pools = await db.Pools.ToListAsync(ct);
        foreach (var site in plan.Sites)
        {
            if (!known.Contains(site.Key))
                db.Sites.Add(new SiteRecord { Key = site.Key, State = site.State, OpenedAt = site.State == SiteState.Open ? now : null, UpdatedAt = now });
            var earlier = before?.FindSite(site.Key)?.Capacity;
            foreach (var segment in site.Capacity.Keys.Union(earlier?.Keys ?? []))
            {
                var places = site.Capacity.GetValueOrDefault(segment);
                if (pools.Find(p => p.SiteKey == site.Key && p.Segment == segment) is not { } pool)
                    db.Pools.Add(new CapacityPool { Id = Guid.CreateVersion7(now), SiteKey = site.Key, Segment = segment, Capacity = places });
                else if (earlier is not null && earlier.GetValueOrDefault(segment) != places)
                    pool.Capacity = places;
            }
        }
    }

    private static string VersionId(WorkflowDefinition definition, int version)
    {
        var text = $"{definition.DefinitionId}\n{version}\n{definition.ToJson()}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }
}
