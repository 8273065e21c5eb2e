using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.StaticFiles;

namespace WorkflowHost.Features.Shared.Assets;

/// <summary>
/// The browser packages under <c>/lib/{version}/…</c>. Only listed files are served, each is packed once and kept, and the
/// version in the address comes from the package lock, so browsers may keep a file for ever.
/// </summary>
public sealed class AssetLibrary(IWebHostEnvironment environment)
{
    private const string CalendarLanguage = "l10n/flatpickr-";

    private static readonly AssetFolder[] Folders =
    [
        new("bootstrap", "node_modules/bootstrap/dist/css", path => path is "bootstrap.min.css"),
        new("icons", "node_modules/bootstrap-icons/font", path => path is "bootstrap-icons.min.css" || IsFont(path)),
        new("formio", "node_modules/@formio/js/dist", path => IsFont(path)
            || path is "formio.form.min.js" or "formio.form.min.css" or "formio.full.min.js" or "formio.full.min.css"),
        // The names below "cdn" are those form.io asks its own CDN for.
        new("cdn/flatpickr-formio", "node_modules/flatpickr/dist", path =>
            path is "flatpickr.min.css" or "flatpickr.min.js" || path.StartsWith(CalendarLanguage, StringComparison.Ordinal)),
        new("cdn/quill", "node_modules/quill/dist", path => path is "quill.js" or "quill.snow.css"),
        new("cdn/ace", "node_modules/ace-builds/src-min-noconflict", path => path.EndsWith(".js", StringComparison.Ordinal)),
        new("cdn/moment-timezone", "node_modules/moment-timezone", path => path is "data/packed/latest.json"),
    ];

    private readonly ConcurrentDictionary<string, Lazy<Asset?>> _assets = new(StringComparer.Ordinal);
    private readonly FileExtensionContentTypeProvider _types = new();
    private readonly Lazy<string> _version = new(() => VersionOf(environment.ContentRootPath));

    /// <summary>Eight hexadecimal digits that change when the package lock changes.</summary>
    public string Version => _version.Value;

    /// <summary>The address of a listed file, for example <c>formio/formio.form.min.js</c>.</summary>
    public string Address(string path) => $"/lib/{Version}/{path}";

    /// <summary>Null when the file is not listed or not there.</summary>
    public Asset? Find(string path) =>
        _assets.TryGetValue(path, out var known) ? known.Value
        : Locate(path) is { } file ? _assets.GetOrAdd(path, _ => new Lazy<Asset?>(() => Pack(path, file))).Value
        : null;

    private string? Locate(string path)
    {
        if (path.Contains("..", StringComparison.Ordinal) || path.Contains('\\', StringComparison.Ordinal))
            return null;

        foreach (var folder in Folders)
        {
            if (!path.StartsWith(folder.Prefix + "/", StringComparison.Ordinal))
                continue;

            var inside = path[(folder.Prefix.Length + 1)..];
            var file = Path.Combine(environment.ContentRootPath, folder.Folder, FileName(inside));
            return folder.Allows(inside) && File.Exists(file) ? file : null;
        }

        return null;
    }

    private Asset Pack(string path, string file)
    {
        var type = _types.TryGetContentType(path, out var found) ? found : "application/octet-stream";
        var content = File.ReadAllBytes(file);
        if (path.StartsWith("cdn/flatpickr-formio/l10n/", StringComparison.Ordinal))
            content = WithGlobalName(content, Path.GetFileNameWithoutExtension(path));
        var isText = type.StartsWith("text/", StringComparison.Ordinal) || type is "application/json" or "application/javascript";
        return isText
            ? new Asset(type + "; charset=utf-8", content, Brotli(content), Gzip(content))
            : new Asset(type, content, null, null);
    }

    private static byte[] Brotli(byte[] content) => Squeeze(content, packed =>
        new BrotliStream(packed, new BrotliCompressionOptions { Quality = 9 }, leaveOpen: true));

    private static byte[] Gzip(byte[] content) => Squeeze(content, packed =>
        new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true));

    // form.io waits for window["flatpickr-es"], which only its own fork of flatpickr sets (contract formio.md, section 4).
    private static byte[] WithGlobalName(byte[] content, string name) =>
        [.. content, .. Encoding.UTF8.GetBytes($"\nwindow['{name}'] = true;\n")];

    // "l10n/flatpickr-es.js" is form.io's name for flatpickr's "l10n/es.js"; Creole borrows the French calendar.
    private static string FileName(string inside) =>
        inside.StartsWith(CalendarLanguage, StringComparison.Ordinal)
            ? "l10n/" + inside[CalendarLanguage.Length..].Replace("ht.js", "fr.js", StringComparison.Ordinal)
            : inside;

    private static byte[] Squeeze(byte[] content, Func<Stream, Stream> packer)
    {
        using var packed = new MemoryStream();
        using (var stream = packer(packed))
            stream.Write(content);
        return packed.ToArray();
    }

    private static bool IsFont(string path) => path.StartsWith("fonts/", StringComparison.Ordinal);

    private static string VersionOf(string contentRoot)
    {
        var file = Path.Combine(contentRoot, "package-lock.json");
        return File.Exists(file) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))[..8] : "none";
    }
}
