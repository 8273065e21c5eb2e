namespace WorkflowHost.Data.Tests.Databases;

/// <summary>A migrated database of its own for one test.</summary>
public sealed class TestDatabase(DatabaseOptions options, Func<Task> drop) : IAsyncDisposable
{
    private IWorkStore? _store;

    public DatabaseOptions Options { get; } = options;

    public IWorkStore Store => _store ??= WorkData.OpenStore(Options);

    public WorkDb OpenDb() => WorkData.OpenDb(Options);

    /// <summary>As if the program had stopped and started again.</summary>
    public async Task ReopenAsync()
    {
        if (_store is not null)
            await _store.DisposeAsync();
        _store = null;
    }

    public async ValueTask DisposeAsync()
    {
        await ReopenAsync();
        await drop();
    }
}
