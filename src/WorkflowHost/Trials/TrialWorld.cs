using Formio;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Sites;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Delivery;
using WorkflowHost.Replay;
using WorkflowHost.Running;

namespace WorkflowHost.Trials;

/// <summary>One sandbox: services, database and clock that nothing else shares. Disposing deletes the database.</summary>
internal sealed class TrialWorld : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly string _file;

    private TrialWorld(ServiceProvider services, TrialFile file, VirtualClock clock, ShownEffects effects)
    {
        _services = services;
        _file = file.File;
        Mistakes = file.Mistakes;
        Clock = clock;
        Effects = effects;
        Began = clock.GetUtcNow();
        Staff = new ReplayStaff(Began);
    }

    public VirtualClock Clock { get; }

    public ShownEffects Effects { get; }

    public DateTimeOffset Began { get; }

    public ReplayStaff Staff { get; }

    public IReadOnlyList<ContentMistake> Mistakes { get; }

    public PublishedContent Content => _services.GetRequiredService<PublishedContent>();

    public FormSubmissions Submissions => _services.GetRequiredService<FormSubmissions>();

    public FormExamples Examples => _services.GetRequiredService<FormExamples>();

    public SubmissionProcessor Processor => _services.GetRequiredService<SubmissionProcessor>();

    public WorkDrain Drain => _services.GetRequiredService<WorkDrain>();

    public Stimuli Stimuli => _services.GetRequiredService<Stimuli>();

    public IWorkStore Store => _services.GetRequiredService<IWorkStore>();

    public WorkDb OpenDb() => _services.GetRequiredService<IDbContextFactory<WorkDb>>().CreateDbContext();

    public static async Task<TrialWorld> OpenAsync(
        TrialTemplates templates, IConfiguration program, TrialOrder order, TimeProvider time, CancellationToken ct)
    {
        var file = await templates.CopyAsync(order.Files, ct);
        var clock = new VirtualClock(order.Start ?? time.GetUtcNow(), file.Plan.TimeZone);
        var receivers = order.Receivers.Select(receiver => (Id: Guid.CreateVersion7(), receiver)).ToList();
        var effects = new ShownEffects(receivers.ToDictionary(one => one.Id, one => one.receiver.Name), order.RequestStatus, clock);
        var described = TrialServices.Describe(file.File, clock, program);
        described.AddSingleton<IOutward>(effects);
        var world = new TrialWorld(described.BuildServiceProvider(), file, clock, effects);
        try
        {
            await world.FurnishAsync(order, receivers, ct);
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        TrialTemplates.Delete(_file);
    }

    private async Task FurnishAsync(TrialOrder order, IEnumerable<(Guid Id, TrialReceiver Receiver)> receivers, CancellationToken ct)
    {
        await using (var db = OpenDb())
        {
            foreach (var (id, receiver) in receivers)
                db.WebhookEndpoints.Add(Endpoint(id, receiver.EventTypes));
            // Whoever tries wants to see an event also when nobody has subscribed to it yet.
            db.WebhookEndpoints.Add(Endpoint(Guid.CreateVersion7(), []));
            await SitesAsync(db, order, ct);
            await db.SaveChangesAsync(ct);
        }

        await Content.RefreshAsync(ct);
        await _services.GetRequiredService<WebhookSubscriptions>().RefreshAsync(ct);
    }

    private async Task SitesAsync(WorkDb db, TrialOrder order, CancellationToken ct)
    {
        var given = order.Sites.ToDictionary(site => site.Key, StringComparer.Ordinal);
        foreach (var site in await db.Sites.ToListAsync(ct))
        {
            site.State = given.TryGetValue(site.Key, out var now) ? now.State : SiteState.Open;
            site.OpenedAt ??= site.State == SiteState.Open ? Began : null;
        }

        foreach (var pool in await db.Pools.ToListAsync(ct))
        {
            if (given.GetValueOrDefault(pool.SiteKey)?.Pools.FirstOrDefault(one => one.Segment == pool.Segment) is { } now)
                (pool.Capacity, pool.Taken) = (now.Capacity, now.Taken);
        }
    }

    // The address and the secret are words: nothing here could use them.
    private WebhookEndpoint Endpoint(Guid id, IReadOnlyList<string> events) =>
        new() { Id = id, Url = "trial:", Secret = "", EventTypes = events, CreatedAt = Began };
}
