using System.Text.Json.Nodes;
using WorkflowHost.Content;
using WorkflowHost.Data;

namespace WorkflowHost.Features.Shared.Staff;

/// <summary>Writes acts into the audit trail that happen outside a workflow: entering, looking, publishing, configuring.</summary>
public sealed class AuditPen(IWorkStore store, PublishedContent content, TimeProvider time)
{
    /// <param name="detail">Keys, counts and codes; never a person's data.</param>
    public async Task WriteAsync(
        string actor, string action, string subject, string subjectId, CancellationToken stop, JsonObject? detail = null)
    {
        using var session = store.Open(actor, time.GetUtcNow(), content.Current.Plan);
        session.Audit(action, subject, subjectId, detail);
        var outcome = await session.CommitAsync(stop);
        if (!outcome.IsCommitted)
            throw new InvalidOperationException($"The act {action} could not be written down: {outcome.Result}.");
    }
}
