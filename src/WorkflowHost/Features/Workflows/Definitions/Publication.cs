using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Audit;
using WorkflowHost.Content;
using WorkflowHost.Content.Publications;
using WorkflowHost.Data;

namespace WorkflowHost.Features.Workflows.Definitions;

/// <summary>
/// Lets what is published be found: its triggers go into the table by which things start and the act into the record, in the
/// same transaction, and the content in memory is read anew after it, so that the next case uses the new version.
/// </summary>
public sealed class Publication(WorkDb db, PublishedContent content, Designer designer, TimeProvider time)
{
    private ProcessVersions? _processes;
    private bool _isChanged;

    /// <summary>The versions of this request.</summary>
    public ProcessVersions Processes => _processes ??= new ProcessVersions(db, content.Current.Registry, designer.Name, time.GetUtcNow());

    /// <summary>Puts a version in force, with its triggers, the workflows that follow it, and the record of it.</summary>
    /// <returns>How many workflows were led to it.</returns>
    public async Task<int> PublishAsync(StoredDefinition version, IReadOnlyList<StoredDefinition> versions, CancellationToken ct)
    {
        var before = versions.FirstOrDefault(v => v.IsPublished);
        Processes.Publish(version, versions);
        var led = await Processes.LeadConsumersAsync(version, ct);
        await Processes.IndexAsync(ct);
        db.Publications.Add(PublicationRecord.Row(
            PublicationKind.Process, designer.Name, time.GetUtcNow(),
            [ProcessVersions.ItemOf(version, before?.Json, before?.Version), .. Processes.Led.Select(one => ProcessVersions.ItemOf(one.Version, one.Before, one.From) with { IsFollower = true })]));
        // The next definition of the same request is another act.
        _processes = null;
        _isChanged = true;
        return led;
    }

    /// <summary>Nothing starts by a trigger of this definition any more, and the record says so.</summary>
    /// <param name="version">The one that was in force.</param>
    public async Task WithdrawAsync(StoredDefinition version, CancellationToken ct)
    {
        var definitionId = version.DefinitionId;
        db.Publications.Add(PublicationRecord.Row(
            PublicationKind.Process, designer.Name, time.GetUtcNow(), [ProcessVersions.ItemOf(version, null, version.Version) with { To = null }]));
        db.Triggers.RemoveRange(await db.Triggers.Where(t => t.DefinitionId == definitionId).ToListAsync(ct));
        _isChanged = true;
    }

    /// <summary>The content in memory is read anew with the next save: an imported draft may name what nothing else does.</summary>
    public void ReadAnew() => _isChanged = true;

    /// <summary>Stores all that was decided, with its entry in the trail.</summary>
    /// <param name="action">Dotted past fact, for example <c>workflow.published</c>.</param>
    public async Task SaveAsync(string action, string definitionId, CancellationToken ct)
    {
        db.Audit.Add(new AuditEntry
        {
            At = time.GetUtcNow(), Actor = designer.Name, Action = action, Subject = "workflow", SubjectId = definitionId,
        });
        await db.SaveChangesAsync(ct);
        if (!_isChanged)
            return;
        _isChanged = false;
        await content.RefreshAsync(ct);
    }
}
