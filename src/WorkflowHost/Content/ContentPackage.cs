using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace WorkflowHost.Content;

/// <summary>The whole plan as one zip: the tree that <see cref="ContentExport"/> gives.</summary>
public static partial class ContentPackage
{
    /// <summary>Bounds of what is unpacked: a small zip can hold a large nothing.</summary>
    public const int MostFiles = 2_000;

    private const long MostBytesOfOne = 5 * 1024 * 1024;
    private const long MostBytes = 60 * 1024 * 1024;

    public static byte[] Write(IReadOnlyList<(string Path, string Text)> files)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in files)
            {
                using var entry = zip.CreateEntry(path, CompressionLevel.Optimal).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    /// <summary>The files of a package by path; folders and files that are none of ours are left out.</summary>
    /// <exception cref="InvalidDataException">It is no zip, or larger than any plan is.</exception>
    public static IReadOnlyDictionary<string, string> Read(Stream stream)
    {
        // An upload's stream fails in its own way when a short file is read from its end.
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        using var zip = new ZipArchive(whole, ZipArchiveMode.Read);
        if (zip.Entries.Count > MostFiles)
            throw new InvalidDataException($"More than {MostFiles} files.");
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var left = MostBytes;
        foreach (var entry in zip.Entries.Where(entry => Place().IsMatch(entry.FullName)))
        {
            var text = Unpack(entry, Math.Min(left, MostBytesOfOne));
            left -= text.Length;
            files[entry.FullName] = text;
        }

        return files;
    }

    // What the entry says of its length is not believed: it is counted.
    private static string Unpack(ZipArchiveEntry entry, long most)
    {
        using var unpacked = entry.Open();
        using var kept = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = unpacked.Read(buffer)) > 0;)
        {
            kept.Write(buffer, 0, read);
            if (kept.Length > most)
                throw new InvalidDataException($"{entry.FullName} is too large.");
        }

        return Encoding.UTF8.GetString(kept.ToArray()).TrimStart('\uFEFF');
    }

    [GeneratedRegex(@"^(workflows|forms|forms/(catalogs|i18n|screens|examples))/[\w][\w.-]*\.json$")]
    private static partial Regex Place();
}
