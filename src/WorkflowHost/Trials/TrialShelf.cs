using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace WorkflowHost.Trials;

/// <summary>The open trials. They live in memory and temporary files: a restart ends them all.</summary>
public sealed class TrialShelf(
    TrialTemplates templates, IConfiguration configuration, IOptions<TrialOptions> options, TimeProvider clock) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Guid, Trial> _trials = new();
    private readonly Lock _opening = new();

    /// <summary>Somebody's open trials, newest first.</summary>
    public IReadOnlyList<Trial> Of(string owner) =>
        [.. _trials.Values.Where(trial => trial.Owner == owner).OrderByDescending(trial => trial.OpenedAt)];

    /// <summary>A trial of that person; null when there is none of that id, or no more.</summary>
    public Trial? Find(Guid id, string owner)
    {
        if (!_trials.TryGetValue(id, out var trial) || trial.Owner != owner)
            return null;
        trial.Touch();
        return trial;
    }

    /// <summary>Opens one beside the caller; null when there are too many.</summary>
    public Trial? Open(TrialOrder order, string owner)
    {
        lock (_opening)
        {
            if (_trials.Count >= options.Value.Most || _trials.Values.Count(trial => trial.Owner == owner) >= options.Value.PerPerson)
                return null;
            var trial = new Trial(Guid.CreateVersion7(), owner, order, clock);
            _trials[trial.Id] = trial;
            trial.Open(templates, configuration);
            return trial;
        }
    }

    /// <summary>Throws one away.</summary>
    public async Task CloseAsync(Guid id, string owner)
    {
        if (Find(id, owner) is not null && _trials.TryRemove(id, out var trial))
            await trial.DisposeAsync();
    }

    /// <summary>Throws away what nobody has touched for long; returns how many.</summary>
    public async Task<int> SweepAsync()
    {
        var until = clock.GetUtcNow() - TimeSpan.FromMinutes(options.Value.IdleMinutes);
        var swept = 0;
        foreach (var (id, trial) in _trials)
        {
            if (trial.LastUsed >= until || !_trials.TryRemove(id, out _))
                continue;
            await trial.DisposeAsync();
            swept++;
        }

        return swept;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var trial in _trials.Values)
            await trial.DisposeAsync();
        _trials.Clear();
    }
}
