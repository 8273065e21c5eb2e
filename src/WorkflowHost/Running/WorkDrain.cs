using WorkflowHost.Data;

namespace WorkflowHost.Running;

/// <summary>Carries out what is due: messages, timers, time triggers. Workers call it again and again; tests and the replay on demand.</summary>
public sealed class WorkDrain
{
    private const int Batch = 64;
    private const int Parallelism = 8;
    private const string Actor = "system";

    // Longer than any attempt may take, so that nothing runs twice while its worker lives.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan RetryTimer = TimeSpan.FromSeconds(30);

    private readonly IWorkStore _store;
    private readonly OutboxCarrier _carrier;
    private readonly OutboxLanes _lanes;
    private readonly StimulusDelivery _stimuli;
    private readonly TaskDeadlines _deadlines;
    private readonly WorkflowRuntime _runtime;
    private readonly TimeProvider _clock;
    private readonly ILogger<WorkDrain> _log;

    internal WorkDrain(
        IWorkStore store, OutboxCarrier carrier, OutboxLanes lanes, StimulusDelivery stimuli, WorkflowRuntime runtime,
        TaskDeadlines deadlines, TimeProvider clock, ILogger<WorkDrain> log)
    {
        _store = store;
        _carrier = carrier;
        _lanes = lanes;
        _stimuli = stimuli;
        _deadlines = deadlines;
        _runtime = runtime;
        _clock = clock;
        _log = log;
    }

    /// <summary>Runs until nothing is due any more; returns how many things were carried out.</summary>
    public async Task<int> DrainAsync(CancellationToken ct)
    {
        var total = 0;
        int done;
        do
        {
            done = await CarryMessagesAsync(ct) + await _lanes.RunAllAsync(ct) + await FireTimersAsync(ct)
                + await DeliverKeptAsync(looksAnyway: true, ct);
            total += done;
        }
        while (done > 0);
        return total;
    }

    /// <summary>Gives stimuli that met nobody to who waits for them by now.</summary>
    /// <param name="looksAnyway">Also when this process kept none: another one may have.</param>
    /// <param name="ct">Stops between two of them.</param>
    public Task<int> DeliverKeptAsync(bool looksAnyway, CancellationToken ct) => _stimuli.DeliverKeptAsync(looksAnyway, ct);

    /// <summary>Carries out our own due messages until there are none; what goes to others has lanes of its own.</summary>
    public async Task<int> CarryMessagesAsync(CancellationToken ct)
    {
        var total = 0;
        while (await _store.ClaimOutboxAsync("", _clock.GetUtcNow(), Lease, Batch, ct) is { Count: > 0 } messages)
        {
            await Parallel.ForEachAsync(messages, Options(ct), async (message, stop) => await _carrier.CarryOutAsync(message, stop));
            total += messages.Count;
        }

        return total;
    }

    /// <summary>Fires due timers, deadlines and time triggers until there are none.</summary>
    public async Task<int> FireTimersAsync(CancellationToken ct)
    {
        var total = 0;
        while (await _store.ClaimTimersAsync(_clock.GetUtcNow(), Lease, Batch, ct) is { Count: > 0 } timers)
        {
            await Parallel.ForEachAsync(timers, Options(ct), async (timer, stop) => await FireAsync(timer, stop));
            total += timers.Count;
        }

        while (await _store.ClaimTaskTimersAsync(_clock.GetUtcNow(), Lease, Batch, ct) is { Count: > 0 } deadlines)
        {
            await Parallel.ForEachAsync(deadlines, Options(ct), async (timer, stop) => await FireAsync(timer, stop));
            total += deadlines.Count;
        }

        while (await _store.ClaimTimeTriggersAsync(_clock.GetUtcNow(), Lease, Batch, ct) is { Count: > 0 } triggers)
        {
            await Parallel.ForEachAsync(triggers, Options(ct), async (trigger, stop) => await FireAsync(trigger, stop));
            total += triggers.Count;
        }

        return total;
    }

    private async Task FireAsync(PublishedTrigger trigger, CancellationToken ct)
    {
        try
        {
            await _runtime.FireAsync(trigger, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            // It comes back when its lease ends; others go on.
            _log.LogError(e, "Time trigger {ActivityId} of {DefinitionId} failed", trigger.ActivityId, trigger.DefinitionId);
        }
    }

    private async Task FireAsync(StoredTaskTimer timer, CancellationToken ct)
    {
        try
        {
            await _deadlines.FireAsync(timer.TaskId, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            _log.LogError(e, "Deadline of task {TaskId} failed at attempt {Attempt}", timer.TaskId, timer.Attempts);
            await _store.RetryTaskTimerAsync(timer.TaskId, _clock.GetUtcNow() + RetryTimer * timer.Attempts, ct);
        }
    }

    private async Task FireAsync(StoredTimer timer, CancellationToken ct)
    {
        try
        {
            // An instance that has ended by its fault keeps its bookmarks, as in Elsa; nothing can wake it any more.
            if (await _runtime.ResumeAsync(timer.BookmarkId, null, Actor, ct) is RunAnswer.NothingToDo or RunAnswer.NotFound)
                await _store.DropTimerAsync(timer.BookmarkId, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            _log.LogError(e, "Timer of bookmark {BookmarkId} failed at attempt {Attempt}", timer.BookmarkId, timer.Attempts);
            await _store.RetryTimerAsync(timer.BookmarkId, _clock.GetUtcNow() + RetryTimer * timer.Attempts, ct);
        }
    }

    private static ParallelOptions Options(CancellationToken ct) =>
        new() { MaxDegreeOfParallelism = Parallelism, CancellationToken = ct };
}
