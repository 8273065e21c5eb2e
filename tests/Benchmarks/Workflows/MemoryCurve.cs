using System.Diagnostics;

namespace Benchmarks.Workflows;

/// <summary>Memory at every quarter of a long run: what is alive after a full collection, and what the system has given.</summary>
internal sealed class MemoryCurve(bool isOn)
{
    private readonly List<string> _points = [];
    private int _quarter;

    public void Begin(int operations)
    {
        _quarter = Math.Max(1, operations / 4);
        Note(0);
    }

    public void At(int operation)
    {
        if ((operation + 1) % _quarter == 0)
            Note(operation + 1);
    }

    public void Print(string what)
    {
        if (isOn)
            Console.WriteLine($"  memory, {what}: {string.Join(", ", _points)}");
        _points.Clear();
    }

    private void Note(int operations)
    {
        if (!isOn)
            return;
        var live = GC.GetTotalMemory(forceFullCollection: true) / 1024.0 / 1024.0;
        using var process = Process.GetCurrentProcess();
        lock (_points)
            _points.Add($"{operations / 1000} k: {live:0.0} MB live, {process.WorkingSet64 / 1024 / 1024} MB resident");
    }
}
