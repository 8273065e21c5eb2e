using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Audit;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Engine;

namespace WorkflowHost.Features.Workflows.Definitions;

/// <summary>
/// Lets what is published be found: its triggers go into the table by which things start, in the same transaction, and
/// the content in memory is read anew after it, so that the next case uses the new version.
/// </summary>
public sealed class Publication(WorkDb db, PublishedContent content, Designer designer, TimeProvider time)
{
    private bool _isChanged;

    /// <summary>Puts the version's triggers in the place of those of earlier versions.</summary>
    public async Task IndexAsync(StoredDefinition version, CancellationToken ct)
    {
        var compiled = CompiledWorkflow.Compile(WorkflowDefinition.Parse(version.Json), content.Current.Registry);
        await new ContentVersions(db, designer.Name, time.GetUtcNow()).ReplaceTriggersAsync(compiled, ct);
        _isChanged = true;
    }

    /// <summary>Nothing starts by a trigger of this definition any more.</summary>
    public async Task WithdrawAsync(string definitionId, CancellationToken ct)
    {
        db.Triggers.RemoveRange(await db.Triggers.Where(t => t.DefinitionId == definitionId).ToListAsync(ct));
        _isChanged = true;
    }

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
