namespace WorkflowHost.Features.Workflows.Definitions;

/// <summary>Which page a save comes from and what it began with; both null for callers other than our page around Studio.</summary>
/// <param name="Base">The stamp the page loaded or last saved.</param>
/// <param name="Tab">Name the page gave itself when it loaded.</param>
public sealed record SaveOrigin(string? Base, string? Tab)
{
    public const string BaseHeader = "x-definition-base";

    public const string TabHeader = "x-studio-tab";

    /// <summary>Of a refusal: it is not the content that is wrong.</summary>
    public const string StaleHeader = "x-definition-stale";

    public static SaveOrigin Unknown { get; } = new(null, null);

    public static SaveOrigin Of(HttpRequest request) => new(Text(request, BaseHeader), Text(request, TabHeader));

    private static string? Text(HttpRequest request, string header) =>
        request.Headers[header].FirstOrDefault() is { Length: > 0 } text ? text : null;
}
