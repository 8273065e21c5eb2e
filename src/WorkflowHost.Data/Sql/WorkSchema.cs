using Microsoft.EntityFrameworkCore.Metadata;
using WorkflowHost.Cases.Audit;
using WorkflowHost.Cases.Files;
using WorkflowHost.Cases.Indicators;
using WorkflowHost.Cases.Referrals;
using WorkflowHost.Cases.Sites;
using WorkflowHost.Cases.Submissions;
using WorkflowHost.Cases.Tasks;

namespace WorkflowHost.Data.Sql;

/// <summary>The tables of the hot path and the statements over them, made once per store from EF's model.</summary>
internal sealed class WorkSchema(IModel model, string skipLocked)
{
    public TableMap<Case> Cases { get; } = new(model);

    public TableMap<CaseIdentity> Identities { get; } = new(model);

    public TableMap<CaseLink> Links { get; } = new(model);

    public TableMap<SiteRecord> Sites { get; } = new(model);

    public TableMap<CapacityPool> Pools { get; } = new(model);

    public TableMap<Stay> Stays { get; } = new(model);

    public TableMap<HumanTask> Tasks { get; } = new(model);

    public TableMap<Submission> Submissions { get; } = new(model);

    public TableMap<Draft> Drafts { get; } = new(model);

    public TableMap<Referral> Referrals { get; } = new(model);

    public TableMap<IndicatorFact> Facts { get; } = new(model);

    public TableMap<AuditEntry> Audit { get; } = new(model);

    public TableMap<FolioCounter> Folios { get; } = new(model);

    public TableMap<StoredInstance> Instances { get; } = new(model);

    public TableMap<StoredInstanceState> States { get; } = new(model);

    public TableMap<StoredBurst> Bursts { get; } = new(model);

    public TableMap<StoredBookmark> Bookmarks { get; } = new(model);

    public TableMap<PublishedTrigger> Triggers { get; } = new(model);

    public TableMap<StoredTimer> Timers { get; } = new(model);

    public TableMap<StoredTaskTimer> TaskTimers { get; } = new(model);

    public TableMap<OutboxMessage> Outbox { get; } = new(model);

    public TableMap<StoredIncident> Incidents { get; } = new(model);

    public TableMap<WebhookReceipt> Receipts { get; } = new(model);

    public TableMap<ActivationClaim> Claims { get; } = new(model);

    public TableMap<QueuedStimulus> Stimuli { get; } = new(model);

    public TableMap<InstanceMigration> Migrations { get; } = new(model);

    public TableMap<MigratedInstance> Migrated { get; } = new(model);

    public CaseStatements Case => field ??= new CaseStatements(this);

    public PlaceStatements Place => field ??= new PlaceStatements(this);

    public RunStatements Run => field ??= new RunStatements(this);

    public StimulusStatements Stimulus => field ??= new StimulusStatements(this);

    public MigrationStatements Migration => field ??= new MigrationStatements(this);

    public QueueStatements Queue => field ??= new QueueStatements(this, skipLocked);
}
