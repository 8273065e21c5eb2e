using System.Collections.Concurrent;

namespace WorkflowHost.Features.Workflows.Live;

/// <summary>Which connection looks at which instance. An instance nobody looks at costs nothing.</summary>
public sealed class ObservedInstances
{
    private readonly ConcurrentDictionary<string, string> _instanceByConnection = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Ids => _instanceByConnection.Values.ToHashSet(StringComparer.Ordinal);

    public void Add(string connectionId, string instanceId) => _instanceByConnection[connectionId] = instanceId;

    public void Remove(string connectionId) => _instanceByConnection.TryRemove(connectionId, out _);
}
