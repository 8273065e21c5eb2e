using System.Diagnostics.Metrics;

namespace WorkflowHost.Data.Sql;

/// <summary>Instruments of the store, meter <c>WorkflowHost.Data</c>.</summary>
internal static class StoreMeter
{
    private static readonly Meter Meter = new("WorkflowHost.Data");

    /// <summary>Transactions made durable; on SQLite each is one fsync of the log, shared by up to 64 units.</summary>
    public static Counter<long> Commits { get; } = Meter.CreateCounter<long>("workflowhost.store.commits");
}
