using System.Text.Json.Nodes;
using Formio.Answers;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Content;
using WorkflowHost.Running;

namespace WorkflowHost.Trials;

/// <summary>
/// One sandbox of one person: opened beside what is published, used for a while, thrown away. One act at a time; what takes
/// long goes on beside the page, which asks how far it is.
/// </summary>
public sealed class Trial : IAsyncDisposable
{
    /// <summary>Most answers an automatic run gives for one family.</summary>
    public const int MostAnswers = 400;

    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _gate = new(1, 1);
    private TrialWorld? _world;
    private TrialActs? _acts;
    private Task _job = Task.CompletedTask;

    internal Trial(Guid id, string owner, TrialOrder order, TimeProvider time)
    {
        Id = id;
        Owner = owner;
        Order = order;
        _time = time;
        OpenedAt = LastUsed = time.GetUtcNow();
    }

    public Guid Id { get; }

    /// <summary>User name; the trial exists for nobody else.</summary>
    public string Owner { get; }

    public TrialOrder Order { get; }

    public DateTimeOffset OpenedAt { get; }

    public DateTimeOffset LastUsed { get; private set; }

    /// <summary>What is going on beside the page; null when nothing is.</summary>
    public TrialProgress? Progress { get; private set; }

    /// <summary>What went wrong when it was opened or in its last long run; null when nothing did.</summary>
    public string? Failure { get; private set; }

    /// <summary>Where the last automatic run could go no further.</summary>
    public IReadOnlyList<TrialStop> Stops { get; private set; } = [];

    /// <summary>What a simulation of many families came to; null when there was none.</summary>
    public SimulationSummary? Simulation { get; private set; }

    /// <summary>Whether the content could be read and people can act.</summary>
    public bool IsOpen => _acts is not null;

    internal TrialWorld World => _world ?? throw new InvalidOperationException("The trial is not open yet.");

    internal TrialActs Acts => _acts ?? throw new InvalidOperationException("The trial is not open yet.");

    public ContentSnapshot Content => World.Content.Current;

    public IReadOnlyList<ContentMistake> Mistakes => World.Mistakes;

    public DateTimeOffset Now => World.Clock.GetUtcNow();

    public IReadOnlyList<TrialEffect> Effects => World.Effects.Read();

    internal void Open(TrialTemplates templates, IConfiguration program) => Begin(TrialWork.Opening, 0, async (_, ct) =>
    {
        _world = await TrialWorld.OpenAsync(templates, program, Order, _time, ct);
        _acts = new TrialActs(_world);
    });

    public void Touch() => LastUsed = _time.GetUtcNow();

    /// <summary>Returns when nothing goes on any more, or the time is over.</summary>
    public async Task WaitAsync(TimeSpan most)
    {
        try
        {
            await _job.WaitAsync(most, _time);
        }
        catch (TimeoutException)
        {
            // It goes on; the page says how far it is.
        }
    }

    public Task<SubmissionAnswer> StartAsync(string form, JsonObject data, string? site, string language, CancellationToken ct) =>
        ActAsync(() => Acts.StartAsync(form, data, site, language, ct), ct);

    public Task<SubmissionAnswer> AnswerAsync(Guid id, JsonObject data, string language, CancellationToken ct) => ActAsync(
        async () => await Acts.FindTaskAsync(id, ct) is { } task
            ? await Acts.AnswerAsync(task, data, language, ct)
            : new SubmissionAnswer.NotFound(),
        ct);

    public Task AdvanceAsync(TimeSpan span, CancellationToken ct) => ActAsync(
        async () =>
        {
            await Acts.AdvanceAsync(span, ct);
            return true;
        },
        ct);

    public Task<bool> AdvanceToNextAsync(CancellationToken ct) => ActAsync(() => Acts.AdvanceToNextAsync(ct), ct);

    public Task TellAsync(string name, JsonNode? data, CancellationToken ct) => ActAsync(
        async () =>
        {
            await Acts.TellAsync(name, data, ct);
            return true;
        },
        ct);

    public Task<HumanTask?> FindTaskAsync(Guid id, CancellationToken ct) => Acts.FindTaskAsync(id, ct);

    /// <summary>Automatic answers for a form that starts something, over the given ones.</summary>
    public AnsweredForm FillStart(PublishedForm form, JsonObject begun, long seed, int? rows) => Acts.Fill(form, begun, seed, rows);

    /// <summary>Automatic answers for a task.</summary>
    public async Task<AnsweredForm> FillTaskAsync(HumanTask task, long seed, CancellationToken ct) =>
        Acts.Fill(await Acts.FormOfAsync(task, ct), task.Prefill(), seed);

    /// <summary>Answers everything to the end, beside the page.</summary>
    public void RunToEnd(long seed) => Begin(TrialWork.Running, MostAnswers, async (progress, ct) =>
        Stops = await new TrialPilot(World, Acts).RunAsync(seed, MostAnswers, progress, ct));

    /// <summary>Sends many families through, beside the page.</summary>
    public void Simulate(SimulationOrder order) => Begin(TrialWork.Simulating, order.Families, async (progress, ct) =>
        Simulation = await new TrialSimulation(World, Acts).RunAsync(order, progress, ct));

    /// <summary>What was lived here, as an example that expects the same.</summary>
    internal async Task<CaseExample> ToExampleAsync(string key, string title, CancellationToken ct) => new()
    {
        Key = key,
        Title = title,
        At = World.Began,
        Steps = [.. Acts.Steps.Select(ExampleStep.Of)],
        Expect = await CaseOutcome.ReadAsync(World, ct),
    };

    /// <summary>Ends what is going on and deletes everything.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _job;
        if (_world is not null)
            await _world.DisposeAsync();
        _gate.Dispose();
        _stop.Dispose();
    }

    private async Task<T> ActAsync<T>(Func<Task<T>> act, CancellationToken ct)
    {
        Touch();
        await _gate.WaitAsync(ct);
        try
        {
            return await act();
        }
        finally
        {
            _gate.Release();
        }
    }

    // Only one long thing at a time: a second is not begun, the page shows the first.
    private void Begin(TrialWork work, int of, Func<IProgress<int>, CancellationToken, Task> job)
    {
        lock (_stop)
        {
            if (Progress is not null)
                return;
            Progress = new TrialProgress(work, 0, of);
            Failure = null;
            Stops = [];
            _job = Task.Run(() => RunAsync(work, of, job), CancellationToken.None);
        }
    }

    private async Task RunAsync(TrialWork work, int of, Func<IProgress<int>, CancellationToken, Task> job)
    {
        var stop = _stop.Token;
        try
        {
            await _gate.WaitAsync(stop);
            try
            {
                await job(new Counting(done =>
                {
                    Touch();
                    Progress = new TrialProgress(work, done, of);
                }), stop);
            }
            finally
            {
                _gate.Release();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Failure = null;
        }
        catch (Exception e)
        {
            // The page is the edge of what runs beside it: whatever went wrong with a draft is shown there.
            Failure = e.Message;
        }
        finally
        {
            Progress = null;
        }
    }

    // Progress<T> would report on another thread and later than the last step.
    private sealed class Counting(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}

/// <param name="Of">How many at most; 0 when that cannot be said.</param>
public sealed record TrialProgress(TrialWork Work, int Done, int Of);

/// <summary>What a trial does beside the page.</summary>
public enum TrialWork
{
    Opening,
    Running,
    Simulating,
}
