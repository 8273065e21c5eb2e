using WorkflowHost.Content;
using WorkflowHost.Content.Publications;

namespace WorkflowHost.Features.Publications.Packages;

/// <summary>On which side each file of a package was changed since both servers had the same.</summary>
/// <param name="there">Stamps of the package's files, newest first.</param>
/// <param name="here">Stamps of what was published here, newest first.</param>
public sealed class PackageSides(
    IReadOnlyDictionary<string, IReadOnlyList<string>> there, IReadOnlyDictionary<string, IReadOnlyList<string>> here)
{
    /// <param name="current">What is in force here; null when nothing is.</param>
    public PackageState Of(string path, string text, string? current, IReadOnlyList<ContentMistake> mistakes)
    {
        if (mistakes.Any(mistake => mistake.File == path) || ContentJson.Read(text) is not { } node)
            return PackageState.Broken;
        if (current is null)
            return PackageState.New;
        if (ContentText.Of(node) == current)
            return PackageState.Same;
        var kind = ContentExport.KindOf(path).Kind;
        var (brought, standing) = (ContentStamp.Of(kind, text), ContentStamp.Of(kind, current));
        if (brought == standing)
            return PackageState.Same;
        var (theirs, ours) = (there.GetValueOrDefault(path) ?? [], here.GetValueOrDefault(path) ?? []);
        if (theirs.Count == 0)
            return PackageState.Changed;
        if (theirs.Contains(standing))
            return PackageState.There;
        return ours.Contains(brought) ? PackageState.Here : PackageState.Both;
    }
}
