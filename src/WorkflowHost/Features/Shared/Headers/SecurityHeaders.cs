namespace WorkflowHost.Features.Shared.Headers;

/// <summary>
/// The headers of every answer, errors and files included. An endpoint that sets one itself keeps its own:
/// Studio's page needs WebAssembly.
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Common = "default-src 'self'; script-src 'self'; font-src 'self' data:; connect-src 'self'; "
        + "object-src 'none'; base-uri 'none'; form-action 'self'; ";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            Write(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    public static string PolicyOf(ContentSecurityProfile profile) => Common + FramedBy(profile) + profile switch
    {
        ContentSecurityProfile.Page => "style-src 'self'; img-src 'self' data:",
        ContentSecurityProfile.Form or ContentSecurityProfile.Preview => "style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:",
        ContentSecurityProfile.Builder => "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; worker-src 'self' blob:",
        _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, null),
    };

    private static string FramedBy(ContentSecurityProfile profile) =>
        profile == ContentSecurityProfile.Preview ? "frame-ancestors 'self'; " : "frame-ancestors 'none'; ";

    private static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        var profile = context.GetEndpoint()?.Metadata.GetMetadata<ContentSecurityAttribute>()?.Profile ?? ContentSecurityProfile.Page;
        headers.TryAdd("Content-Security-Policy", PolicyOf(profile));
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("Referrer-Policy", "same-origin");
        headers.TryAdd("Permissions-Policy", "camera=(self), geolocation=(), microphone=()");
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        headers.TryAdd("Cache-Control", "no-store");
    }
}
