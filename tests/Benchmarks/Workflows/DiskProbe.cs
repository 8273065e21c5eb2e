using System.Diagnostics;
using Microsoft.Win32.SafeHandles;

namespace Benchmarks.Workflows;

/// <summary>
/// What the disk allows: appends of 4 KB, each made durable. A single caller cannot be acknowledged more often than this,
/// so every rate is to be read beside it.
/// </summary>
internal static class DiskProbe
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(2);

    public static void Print(string folder)
    {
        var path = Path.Combine(folder, $"probe-{Guid.CreateVersion7():N}");
        var times = new List<double>();
        using (var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, options: FileOptions.DeleteOnClose))
        {
            var block = new byte[4096];
            var clock = Stopwatch.StartNew();
            for (long offset = 0; clock.Elapsed < Duration; offset += block.Length)
            {
                var began = clock.Elapsed;
                Append(file, block, offset);
                times.Add((clock.Elapsed - began).TotalMicroseconds);
            }
        }

        times.Sort();
        Console.WriteLine(
            $"disk: {times.Count / Duration.TotalSeconds:0} appends of 4 KB with fsync per second, "
            + $"p50 {times[times.Count / 2]:0} µs, p99 {times[times.Count * 99 / 100]:0} µs");
    }

    private static void Append(SafeFileHandle file, byte[] block, long offset)
    {
        RandomAccess.Write(file, block, offset);
        RandomAccess.FlushToDisk(file);
    }
}
