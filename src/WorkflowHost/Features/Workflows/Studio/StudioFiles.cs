using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace WorkflowHost.Features.Workflows.Studio;

/// <summary>
/// The files of the npm package, byte for byte: the boot manifest inside carries their hashes. The package ships a
/// <c>.br</c> and a <c>.gz</c> twin of most files, so nothing is compressed here.
/// </summary>
public sealed class StudioFiles
{
    private static readonly (string Encoding, string Suffix)[] Twins = [("br", ".br"), ("gzip", ".gz")];

    private readonly IFileProvider _files;
    private readonly FileExtensionContentTypeProvider _types = new();

    public StudioFiles(IWebHostEnvironment environment, IOptions<StudioOptions> options)
    {
        var folder = Path.GetFullPath(options.Value.Files, environment.ContentRootPath);
        _files = Directory.Exists(folder) ? new PhysicalFileProvider(folder) : new NullFileProvider();
        _types.Mappings[".dat"] = "application/octet-stream";
        _types.Mappings[".wasm"] = "application/wasm";
        _types.Mappings[".webmanifest"] = "application/manifest+json";
        _types.Mappings[".js"] = "text/javascript";
        _types.Mappings[".map"] = "application/json";
        _types.Mappings[".cur"] = "image/x-icon";
    }

    /// <summary>False when the npm package has not been restored; the page then says how to.</summary>
    public bool ArePresent => _files.GetFileInfo("_framework/blazor.webassembly.js").Exists;

    public IResult Serve(HttpContext context, string path)
    {
        var original = _files.GetFileInfo(path);
        if (!original.Exists || original.IsDirectory || !_types.TryGetContentType(path, out var type))
            return Results.NotFound();

        var (file, encoding) = Choose(context.Request, path, original);
        var headers = context.Response.Headers;
        headers.Vary = "Accept-Encoding";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = HasFingerprint(path) ? "public, max-age=31536000, immutable" : "no-cache";
        if (encoding is not null)
            headers.ContentEncoding = encoding;

        var tag = new EntityTagHeaderValue($"\"{file.LastModified.UtcTicks:x}-{file.Length:x}-{encoding ?? "id"}\"");
        return Results.Stream(file.CreateReadStream(), type, lastModified: file.LastModified, entityTag: tag);
    }

    private (IFileInfo File, string? Encoding) Choose(HttpRequest request, string path, IFileInfo original)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        foreach (var (encoding, suffix) in Twins)
        {
            var isAccepted = accepted.Any(a => a.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase)
                                               && a.Quality is null or > 0);
            if (isAccepted && _files.GetFileInfo(path + suffix) is { Exists: true } twin)
                return (twin, encoding);
        }

        return (original, null);
    }

    // "MudBlazor.8hfs0vzvqd.wasm": ten letters and digits before the extension are a hash of the content.
    private static bool HasFingerprint(string path)
    {
        var parts = Path.GetFileName(path).Split('.');
        return path.StartsWith("_framework/", StringComparison.Ordinal)
               && parts.Length >= 3
               && parts[^2] is { Length: 10 } hash
               && hash.All(char.IsAsciiLetterOrDigit)
               && hash.Any(char.IsAsciiDigit);
    }
}
