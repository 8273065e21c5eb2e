namespace WorkflowHost.Running;

/// <summary>
/// Wakes a worker when something was committed for it. Rings coalesce; a ring that is lost (another process, a crash)
/// costs no more than the poll behind it.
/// </summary>
public sealed class Doorbell : IDisposable
{
    private readonly SemaphoreSlim _bell = new(0, 1);

    public void Ring()
    {
        try
        {
            _bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // It already rings.
        }
    }

    /// <summary>Returns at the next ring, or with false after the poll interval.</summary>
    public Task<bool> WaitAsync(TimeSpan poll, CancellationToken ct) => _bell.WaitAsync(poll, ct);

    public void Dispose() => _bell.Dispose();
}
