using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WorkflowHost.Content;

/// <summary>The whole plan as one zip: the tree that <see cref="ContentExport"/> gives.</summary>
public static partial class ContentPackage
{
    /// <summary>Bounds of what is unpacked: a small zip can hold a large nothing.</summary>
    public const int MostFiles = 2_000;

    private const int MostStamps = 100;
    private const long MostBytesOfOne = 5 * 1024 * 1024;
    private const long MostBytes = 60 * 1024 * 1024;

    /// <summary>The file that says which versions the others were before.</summary>
    public const string ManifestPath = "package.json";

    /// <summary>The files, with the lineage that tells another server on which side each was changed.</summary>
    public static byte[] Write(IReadOnlyList<(string Path, string Text)> files, IReadOnlyDictionary<string, IReadOnlyList<string>> lineage)
    {
        var stamps = new JsonObject();
        foreach (var (path, _) in files)
        {
            if (lineage.TryGetValue(path, out var known))
                stamps[path] = new JsonArray([.. known.Take(MostStamps).Select(stamp => JsonValue.Create(stamp))]);
        }

        return Write([.. files, (ManifestPath, ContentText.Of(new JsonObject { ["format"] = 1, ["stamps"] = stamps }))]);
    }

    /// <summary>The lineage of a package's files, newest first; empty for a package that brings none.</summary>
    /// <param name="manifest">The text of <see cref="ManifestPath"/>; null when there is none.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Lineage(string? manifest)
    {
        try
        {
            if (manifest is not null && JsonNode.Parse(manifest)?["stamps"] is JsonObject stamps)
            {
                return stamps.ToDictionary(
                    entry => entry.Key,
                    entry => (IReadOnlyList<string>)[.. (entry.Value as JsonArray ?? []).Select(stamp => stamp?.ToString() ?? "")],
                    StringComparer.Ordinal);
            }
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException)
        {
            // A package put together by hand: nothing is known of where its files come from.
        }

        return new Dictionary<string, IReadOnlyList<string>>();
    }

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

    [GeneratedRegex(@"^(package|(workflows|workflows/(examples|fragments)|forms|forms/(catalogs|i18n|screens|examples|presets))/[\w][\w.-]*)\.json$")]
    private static partial Regex Place();
}
