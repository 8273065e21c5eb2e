using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data;
using WorkflowHost.Engine;

namespace WorkflowHost.Features.Workflows.Instances;

/// <summary>Reads the state an instance's last burst left.</summary>
public sealed class StoredStates(WorkDb db)
{
    public async Task<WorkflowState?> FindAsync(string instanceId, CancellationToken ct)
    {
        var json = await db.InstanceStates.AsNoTracking().Where(s => s.InstanceId == instanceId)
            .Select(s => s.Json).FirstOrDefaultAsync(ct);
        return json is null ? null : WorkflowState.Parse(json);
    }
}
