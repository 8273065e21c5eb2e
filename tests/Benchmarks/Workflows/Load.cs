using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Benchmarks.Workflows;

/// <summary>What a number of callers did: each waits for its answer before it asks again.</summary>
internal sealed record Load(
    int Operations, TimeSpan Elapsed, TimeSpan Processor, long AllocatedBytes, long Commits, double[] SortedMilliseconds)
{
    public static async Task<Load> RunAsync(int callers, int operations, Func<int, Task> operation, MemoryCurve? memory)
    {
        using var commits = new CommitCount();
        var milliseconds = new double[operations];
        var next = -1;
        memory?.Begin(operations);
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < operations;)
            {
                var began = clock.Elapsed;
                await operation(i);
                milliseconds[i] = (clock.Elapsed - began).TotalMilliseconds;
                memory?.At(i);
            }
        })));
        var elapsed = clock.Elapsed;
        processor = Environment.CpuUsage.TotalTime - processor;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        Array.Sort(milliseconds);
        return new Load(operations, elapsed, processor, allocated, commits.Total, milliseconds);
    }

    public void Print(string what) => Console.WriteLine(
        $"  {what,-8}{Operations / Elapsed.TotalSeconds,7:0}/s  p50 {Percentile(50):0.00} ms  p99 {Percentile(99):0.0} ms  "
        + $"cpu {Processor.TotalMilliseconds / Operations:0.000} ms  allocated {AllocatedBytes / 1024.0 / Operations:0.0} KB  "
        + $"{Commits / Elapsed.TotalSeconds:0} commits/s of {(double)Operations / Math.Max(1, Commits):0.0}");

    private double Percentile(int percent) => SortedMilliseconds[(SortedMilliseconds.Length - 1) * percent / 100];

    private sealed class CommitCount : IDisposable
    {
        private readonly MeterListener _listener = new();
        private long _total;

        public CommitCount()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument is { Meter.Name: "WorkflowHost.Data", Name: "workflowhost.store.commits" })
                    listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref _total, value));
            _listener.Start();
        }

        public long Total => Interlocked.Read(ref _total);

        public void Dispose() => _listener.Dispose();
    }
}
