using System.Collections.Concurrent;

namespace WorkflowHost.Features.Workflows.Definitions;

/// <summary>Which page of Studio last saved what, for as long as the program runs: enough for an answer that was lost a moment ago.</summary>
public sealed class SavingTabs
{
    private readonly ConcurrentDictionary<string, (string Stamp, string Tab)> _last = new(StringComparer.Ordinal);

    public void Remember(string definitionId, string stamp, string tab) => _last[definitionId] = (stamp, tab);

    public bool Wrote(string definitionId, string stamp, string? tab) =>
        tab is not null && _last.TryGetValue(definitionId, out var last) && last == (stamp, tab);
}
