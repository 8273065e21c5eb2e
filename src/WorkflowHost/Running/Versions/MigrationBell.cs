namespace WorkflowHost.Running.Versions;

/// <summary>Wakes the worker that carries out migrations.</summary>
internal sealed class MigrationBell : IDisposable
{
    private readonly Doorbell _bell = new();

    public void Ring() => _bell.Ring();

    public Task WaitAsync(TimeSpan poll, CancellationToken ct) => _bell.WaitAsync(poll, ct);

    public void Dispose() => _bell.Dispose();
}
