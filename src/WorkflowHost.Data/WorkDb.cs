using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using WorkflowHost.Cases.Access;
using WorkflowHost.Cases.Audit;
using WorkflowHost.Cases.Files;
using WorkflowHost.Cases.Indicators;
using WorkflowHost.Cases.Referrals;
using WorkflowHost.Cases.Sites;
using WorkflowHost.Cases.Submissions;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Data.Mapping;

namespace WorkflowHost.Data;

/// <summary>
/// All tables. Pages read through it (no tracking); administration writes through it. Whatever belongs to a running
/// workflow is written by <see cref="WorkSession"/> only.
/// </summary>
public sealed class WorkDb(DbContextOptions<WorkDb> options) : IdentityUserContext<StaffMember, Guid>(options)
{
    public DbSet<StoredDefinition> Definitions => Set<StoredDefinition>();

    public DbSet<StoredForm> Forms => Set<StoredForm>();

    public DbSet<StoredPlan> Plans => Set<StoredPlan>();

    public DbSet<StoredContent> Contents => Set<StoredContent>();

    public DbSet<StoredPublication> Publications => Set<StoredPublication>();

    public DbSet<StoredInstance> Instances => Set<StoredInstance>();

    public DbSet<StoredInstanceState> InstanceStates => Set<StoredInstanceState>();

    public DbSet<StoredBurst> Bursts => Set<StoredBurst>();

    public DbSet<StoredBookmark> Bookmarks => Set<StoredBookmark>();

    public DbSet<PublishedTrigger> Triggers => Set<PublishedTrigger>();

    public DbSet<StoredTimer> Timers => Set<StoredTimer>();

    public DbSet<StoredTaskTimer> TaskTimers => Set<StoredTaskTimer>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<StoredIncident> Incidents => Set<StoredIncident>();

    public DbSet<ActivationClaim> ActivationClaims => Set<ActivationClaim>();

    public DbSet<QueuedStimulus> QueuedStimuli => Set<QueuedStimulus>();

    public DbSet<InstanceMigration> InstanceMigrations => Set<InstanceMigration>();

    public DbSet<MigratedInstance> MigratedInstances => Set<MigratedInstance>();

    public DbSet<HumanTask> Tasks => Set<HumanTask>();

    public DbSet<Submission> Submissions => Set<Submission>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<Case> Cases => Set<Case>();

    public DbSet<CaseLink> CaseLinks => Set<CaseLink>();

    public DbSet<CaseIdentity> CaseIdentities => Set<CaseIdentity>();

    public DbSet<FolioCounter> FolioCounters => Set<FolioCounter>();

    public DbSet<SiteRecord> Sites => Set<SiteRecord>();

    public DbSet<CapacityPool> Pools => Set<CapacityPool>();

    public DbSet<Stay> Stays => Set<Stay>();

    public DbSet<Referral> Referrals => Set<Referral>();

    public DbSet<IndicatorFact> Facts => Set<IndicatorFact>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<WebhookEndpoint> WebhookEndpoints => Set<WebhookEndpoint>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<WebhookReceipt> WebhookReceipts => Set<WebhookReceipt>();

    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();

    public DbSet<Setting> Settings => Set<Setting>();

    public DbSet<StoredKey> Keys => Set<StoredKey>();

    /// <summary>Fixed, since our migrations are: otherwise the tables would depend on the program's Identity options.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        WorkModel.Describe(builder);
        SnakeCase.Apply(builder);
        ValueConverter instants = Database.IsSqlite() ? SqliteInstants.Converter : PostgresInstants.Converter;
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            if ((Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(DateTimeOffset))
                property.SetValueConverter(instants);
        }
    }
}
