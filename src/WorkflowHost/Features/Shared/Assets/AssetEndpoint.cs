using Microsoft.Net.Http.Headers;

namespace WorkflowHost.Features.Shared.Assets;

/// <summary>Sends files of the <see cref="AssetLibrary"/> in the densest form the browser accepts.</summary>
public static class AssetEndpoint
{
    public static IEndpointConventionBuilder MapAssets(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/lib/{version}/{**path}", Send).AllowAnonymous();

    private static IResult Send(HttpContext context, string version, string? path, AssetLibrary library)
    {
        if (path is null || library.Find(path) is not { } asset)
            return Results.NotFound();

        // An old page may still ask with an old version: it gets the file, but must not keep it under that address.
        context.Response.Headers.CacheControl = version == library.Version ? "public, max-age=31536000, immutable" : "no-cache";
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;

        var (content, encoding) = Choose(context.Request, asset);
        if (encoding is not null)
            context.Response.Headers.ContentEncoding = encoding;
        return Results.Bytes(content, asset.ContentType);
    }

    private static (byte[] Content, string? Encoding) Choose(HttpRequest request, Asset asset)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        bool Takes(string encoding) => accepted.Any(one => one.Value == encoding && one.Quality is null or > 0);
        return asset switch
        {
            { Brotli: { } brotli } when Takes("br") => (brotli, "br"),
            { Gzip: { } gzip } when Takes("gzip") => (gzip, "gzip"),
            _ => (asset.Plain, null),
        };
    }
}
