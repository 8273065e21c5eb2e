using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkflowHost.Cases.Access;
using WorkflowHost.Cases.Audit;
using WorkflowHost.Cases.Files;
using WorkflowHost.Cases.Indicators;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Referrals;
using WorkflowHost.Cases.Sites;
using WorkflowHost.Cases.Submissions;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Engine;

namespace WorkflowHost.Data.Mapping;

/// <summary>Tables, keys and indexes. What each table is for stands in docs/database.md.</summary>
internal static class WorkModel
{
    public static void Describe(ModelBuilder b)
    {
        Content(b);
        Running(b);
        Versions(b);
        Work(b);
        Places(b);
        Surroundings(b);
        Staff(b);
    }

    private static void Content(ModelBuilder b)
    {
        var definition = Table<StoredDefinition>(b, "workflow_definitions", d => d.Id);
        definition.HasIndex(d => new { d.DefinitionId, d.Version }).IsUnique();
        // A draft that another page saved in the same moment is not written over.
        definition.Property(d => d.Json).IsConcurrencyToken();

        var form = Table<StoredForm>(b, "forms", f => f.Id);
        form.Property(f => f.Sensitivity).HasConversion<WordConverter<Sensitivity>>();
        form.HasIndex(f => new { f.Key, f.Version }).IsUnique();

        Table<StoredPlan>(b, "plans", p => p.Id).HasIndex(p => new { p.Key, p.Version }).IsUnique();
        Table<StoredContent>(b, "contents", c => c.Id).HasIndex(c => new { c.Kind, c.Key, c.Version }).IsUnique();

        var publication = Table<StoredPublication>(b, "publications", p => p.Number);
        publication.Property(p => p.Number).ValueGeneratedOnAdd();
        publication.Property(p => p.Kind).HasConversion<WordConverter<PublicationKind>>();

        var trigger = Table<PublishedTrigger>(b, "triggers", t => t.Id);
        trigger.HasIndex(t => t.Hash);
        trigger.HasIndex(t => t.DefinitionId);
    }

    private static void Running(ModelBuilder b)
    {
        var instance = Table<StoredInstance>(b, "instances", i => i.Id);
        instance.Ignore(i => i.StateJson);
        instance.Property(i => i.Status).HasConversion<string>();
        instance.Property(i => i.SubStatus).HasConversion<string>();
        instance.HasIndex(i => i.CreatedAt);
        instance.HasIndex(i => i.DefinitionId);
        instance.HasIndex(i => i.CorrelationId).HasFilter("correlation_id IS NOT NULL");
        instance.HasIndex(i => i.ParentInstanceId).HasFilter("parent_instance_id IS NOT NULL");

        Table<StoredInstanceState>(b, "instance_states", s => s.InstanceId)
            .Property(s => s.Json).HasConversion<PackedConverter>();
        var burst = Table<StoredBurst>(b, "bursts", r => new { r.InstanceId, r.Sequence });
        burst.Property(r => r.Journal).HasConversion<PackedConverter>();
        burst.Property(r => r.Records).HasConversion<PackedConverter>();

        var bookmark = Table<StoredBookmark>(b, "bookmarks", m => m.Id);
        bookmark.HasIndex(m => m.Hash);
        bookmark.HasIndex(m => m.InstanceId);

        Table<StoredTimer>(b, "timers", t => t.BookmarkId).HasIndex(t => t.DueAt);
        Table<StoredTaskTimer>(b, "task_timers", t => t.TaskId).HasIndex(t => t.DueAt);

        var message = Table<OutboxMessage>(b, "outbox", m => m.Id);
        message.Property(m => m.State).HasConversion<WordConverter<OutboxState>>();
        message.HasIndex(m => m.IdempotencyKey).IsUnique();
        message.HasIndex(m => m.DueAt).HasFilter("state = 'pending'");

        message.HasIndex(m => new { m.Lane, m.DueAt }).HasFilter("state = 'pending'");

        Table<ActivationClaim>(b, "activation_claims", c => c.Key);
        var stimulus = Table<QueuedStimulus>(b, "queued_stimuli", s => s.Id);
        stimulus.Property(s => s.State).HasConversion<WordConverter<StimulusState>>();
        stimulus.HasIndex(s => s.Hash);

        Table<StoredIncident>(b, "incidents", i => i.Id).HasIndex(i => i.InstanceId);
    }

    private static void Versions(ModelBuilder b)
    {
        var migration = Table<InstanceMigration>(b, "instance_migrations", m => m.Id);
        migration.Property(m => m.State).HasConversion<WordConverter<MigrationState>>();
        migration.HasIndex(m => m.DefinitionId);

        var moved = Table<MigratedInstance>(b, "migrated_instances", m => new { m.MigrationId, m.InstanceId });
        moved.Property(m => m.Result).HasConversion<WordConverter<MigrationResult>>();
        moved.Property(m => m.StateBefore).HasConversion<PackedConverter>();
        moved.HasIndex(m => m.InstanceId);
    }

    private static void Work(ModelBuilder b)
    {
        var task = Table<HumanTask>(b, "tasks", t => t.Id);
        task.Property(t => t.State).HasConversion<WordConverter<TaskState>>();
        task.Property(t => t.Priority).HasConversion<int>();
        task.Property(t => t.Sensitivity).HasConversion<WordConverter<Sensitivity>>();
        task.Property(t => t.Outcomes).HasConversion<TextListConverter>(TextListConverter.Comparer);
        task.HasIndex(t => new { t.Role, t.SiteKey }).HasFilter("state = 'open'");
        task.HasIndex(t => t.EscalatedTo).HasFilter("state = 'open'");
        task.HasIndex(t => t.BookmarkId);
        task.HasIndex(t => t.InstanceId);
        task.HasIndex(t => t.CaseId);

        var submission = Table<Submission>(b, "submissions", s => s.Id);
        submission.Property(s => s.Sensitivity).HasConversion<WordConverter<Sensitivity>>();
        submission.HasIndex(s => s.IdempotencyKey).IsUnique();
        submission.HasIndex(s => s.CaseId);
        submission.HasIndex(s => s.InstanceId);

        Table<Draft>(b, "drafts", d => d.Id).HasIndex(d => new { d.Owner, d.Form, d.TaskId });

        var file = Table<Case>(b, "cases", c => c.Id);
        file.HasIndex(c => c.Folio).IsUnique();
        file.HasIndex(c => new { c.Type, c.State });

        var link = Table<CaseLink>(b, "case_links", l => l.Id);
        link.HasIndex(l => new { l.FromId, l.ToId, l.Kind }).IsUnique();
        link.HasIndex(l => l.ToId);

        var key = Table<CaseIdentity>(b, "case_identities", k => new { k.CaseType, k.Name, k.Value, k.CaseId });
        key.HasIndex(k => k.CaseId);
        key.HasIndex(k => new { k.CaseType, k.Name, k.Value, k.Ordinal }).IsUnique().HasFilter("ordinal >= 0");

        Table<FolioCounter>(b, "folio_counters", c => c.CaseType);

        var referral = Table<Referral>(b, "referrals", r => r.Id);
        referral.Property(r => r.State).HasConversion<WordConverter<ReferralState>>();
        referral.HasIndex(r => r.CaseId);

        var fact = Table<IndicatorFact>(b, "facts", f => f.Id);
        fact.HasIndex(f => new { f.Type, f.Date });
        fact.HasIndex(f => f.CaseId);

        var audit = Table<AuditEntry>(b, "audit", a => a.Sequence);
        audit.Property(a => a.Sequence).ValueGeneratedOnAdd();
        audit.HasIndex(a => new { a.Subject, a.SubjectId });
    }

    private static void Places(ModelBuilder b)
    {
        Table<SiteRecord>(b, "sites", s => s.Key).Property(s => s.State).HasConversion<WordConverter<SiteState>>();

        var pool = Table<CapacityPool>(b, "capacity_pools", p => p.Id);
        pool.HasIndex(p => new { p.SiteKey, p.Segment }).IsUnique();

        var stay = Table<Stay>(b, "stays", s => s.Id);
        stay.Property(s => s.State).HasConversion<WordConverter<StayState>>();
        // Nobody sleeps in two places, whatever the code believes.
        stay.HasIndex(s => s.CaseId, "holding").IsUnique().HasFilter("state IN ('reserved', 'occupied')");
        stay.HasIndex(s => s.CaseId, "all");
        stay.HasIndex(s => new { s.SiteKey, s.State });
    }

    private static void Surroundings(ModelBuilder b)
    {
        Table<WebhookEndpoint>(b, "webhook_endpoints", e => e.Id)
            .Property(e => e.EventTypes).HasConversion<TextListConverter>(TextListConverter.Comparer);
        Table<WebhookDelivery>(b, "webhook_deliveries", d => d.Id).HasIndex(d => new { d.EndpointId, d.At });
        Table<WebhookReceipt>(b, "webhook_receipts", r => r.Id).HasIndex(r => new { r.Source, r.MessageId }).IsUnique();
        Table<Setting>(b, "settings", s => s.Key);
        Table<StoredKey>(b, "protection_keys", k => k.Id);
    }

    private static void Staff(ModelBuilder b)
    {
        b.Entity<StaffMember>().ToTable("users");
        b.Entity<IdentityUserClaim<Guid>>().ToTable("user_claims");
        b.Entity<IdentityUserLogin<Guid>>().ToTable("user_logins");
        b.Entity<IdentityUserToken<Guid>>().ToTable("user_tokens");
        Table<RoleGrant>(b, "role_grants", g => g.Id).HasIndex(g => new { g.UserId, g.Role, g.SiteKey });
    }

    private static EntityTypeBuilder<T> Table<T>(
        ModelBuilder b, string name, System.Linq.Expressions.Expression<Func<T, object?>> key)
        where T : class
    {
        var table = b.Entity<T>().ToTable(name);
        table.HasKey(key);
        foreach (var property in table.Metadata.GetProperties().ToList())
            property.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
        return table;
    }
}
