using System.Globalization;
using System.Linq.Expressions;
using WorkflowHost.Data;

namespace WorkflowHost.Features.Workflows.Definitions;

/// <summary>
/// Which versions of a definition are meant: Elsa's words (<c>Latest</c>, <c>Published</c>, …) or one number. Empty
/// text means all, as Studio sends it when it asks by version ids.
/// </summary>
public static class VersionSelection
{
    /// <exception cref="BadHttpRequestException">The text is none of Elsa's words and no number.</exception>
    public static Expression<Func<StoredDefinition, bool>> Parse(string? text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return d => d.Version == number;
        return text?.ToLowerInvariant() switch
        {
            null or "" or "allversions" => _ => true,
            "draft" => d => !d.IsPublished,
            "latest" => d => d.IsLatest,
            "published" => d => d.IsPublished,
            "latestorpublished" => d => d.IsLatest || d.IsPublished,
            "latestandpublished" => d => d.IsLatest && d.IsPublished,
            _ => throw new BadHttpRequestException($"versionOptions '{text}' is unknown."),
        };
    }
}
