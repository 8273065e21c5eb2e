using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Staff;
using WorkflowHost.Features.Workflows.Definitions;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Instances;

/// <summary>
/// Whether a person may see the values an instance carries. Variables hold whole submissions and nobody has marked which part is
/// how delicate, so they are for those who may read cases of every sensitivity at every site (docs/decisions/0005). A process
/// that only computes, and that nothing from outside enters, shows its values to its designer.
/// </summary>
public sealed class InstanceReading(CurrentStaff staff, WorkDb db)
{
    // What computes, branches, waits for time or ends. Whatever is not here may bring something in.
    private static readonly HashSet<string> Computing = new(StringComparer.Ordinal)
    {
        "Elsa.Flowchart", "Elsa.Sequence", "Elsa.Parallel", "Elsa.StateMachine", "Elsa.Start", "Elsa.End", "Elsa.Finish", "Elsa.Complete",
        "Elsa.Break", "Elsa.Fault", "Elsa.Delay", "Elsa.Timer", "Elsa.Cron", "Elsa.StartAt", "Elsa.If", "Elsa.While", "Elsa.For",
        "Elsa.ForEach", "Elsa.ParallelForEach", "Elsa.Switch", "Elsa.FlowSwitch", "Elsa.FlowDecision", "Elsa.FlowFork", "Elsa.FlowJoin",
        "Elsa.Fork", "Elsa.Join", "Elsa.SetVariable", "Elsa.SetName", "Elsa.Correlate", "Elsa.SetOutput", "Elsa.RunJavaScript",
        "Elsa.WriteLine",
    };

    /// <summary>Whether the person may read the values of any instance.</summary>
    public async Task<bool> MayReadAllAsync(CancellationToken ct)
    {
        await staff.LoadAsync(ct);
        return Enum.GetValues<Sensitivity>().All(sensitivity => staff.Roles.Any(held =>
            held.SiteKey is null
            && held.Role.Permissions.Contains(Permissions.ReadCases)
            && held.Role.Sensitivities.Contains(sensitivity)));
    }

    public async Task<bool> MayReadAsync(string instanceId, CancellationToken ct) =>
        await MayReadAllAsync(ct)
        || (await db.Instances.AsNoTracking().FirstOrDefaultAsync(i => i.Id == instanceId, ct) is { } instance
            && (await ReadableAsync([instance], ct)).Contains(instance.Id));

    /// <summary>Those of the instances whose values the person may read.</summary>
    public async Task<IReadOnlySet<string>> ReadableAsync(IReadOnlyCollection<StoredInstance> instances, CancellationToken ct)
    {
        if (await MayReadAllAsync(ct))
            return instances.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        var ids = instances.Where(i => i.ParentInstanceId is null).Select(i => i.DefinitionId).Distinct().ToList();
        // Every version counts: an instance may have been moved between them.
        var closed = (await db.Definitions.AsNoTracking().Where(d => ids.Contains(d.DefinitionId))
            .Select(d => new { d.DefinitionId, d.Json }).ToListAsync(ct))
            .Where(version => !OnlyComputes(version.Json)).Select(version => version.DefinitionId).ToHashSet(StringComparer.Ordinal);
        return instances.Where(i => i.ParentInstanceId is null && ids.Contains(i.DefinitionId) && !closed.Contains(i.DefinitionId))
            .Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether trying this activity out can show nothing but what its designer wrote.</summary>
    public async Task<bool> MayReadTrialAsync(JsonObject activity, CancellationToken ct) =>
        await MayReadAllAsync(ct) || ActivityTree.All(activity).All(IsComputing);

    private static bool OnlyComputes(string json) =>
        StudioJson.ParseObject(json)["root"] is JsonObject root && ActivityTree.All(root).All(IsComputing);

    private static bool IsComputing(JsonObject activity) => Computing.Contains(activity.Text("type") ?? "");
}
