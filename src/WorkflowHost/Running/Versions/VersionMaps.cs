using WorkflowHost.Content;
using WorkflowHost.Engine;
using WorkflowHost.Engine.Versions;

namespace WorkflowHost.Running.Versions;

/// <summary>The maps of one plan, one per version that instances run on.</summary>
internal sealed class VersionMaps(PublishedContent content, CompiledWorkflow target, MigrationPlan plan)
{
    private readonly Dictionary<string, VersionMap?> _maps = new(StringComparer.Ordinal);

    public CompiledWorkflow Target { get; } = target;

    public MigrationPlan Plan { get; } = plan;

    public IReadOnlyList<KeyValuePair<string, string>> DeadNames =>
        _maps.Count == 0 ? [] : [.. Plan.Renamed.Where(name => _maps.Values.OfType<VersionMap>().All(map => map.DeadNames.Contains(name)))];

    /// <summary>Null when that version is not stored any more.</summary>
    public async ValueTask<VersionMap?> FromAsync(string versionId, CancellationToken ct)
    {
        if (_maps.TryGetValue(versionId, out var known))
            return known;
        var from = await content.FindWorkflowVersionAsync(versionId, ct);
        return _maps[versionId] = from is null ? null : new VersionMap(from, Target, Plan.Renamed);
    }
}
