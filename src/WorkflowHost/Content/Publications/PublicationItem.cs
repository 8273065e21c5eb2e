namespace WorkflowHost.Content.Publications;

/// <summary>What a publication did to one file.</summary>
/// <param name="Path"><c>forms/registro.json</c>.</param>
/// <param name="From">Version in force before; null when there was none.</param>
/// <param name="To">Version in force since; null when there is none any more.</param>
/// <param name="Changes">Every change, as far as they are kept.</param>
public sealed record PublicationItem(
    ContentKind Kind, string Key, string Path, string Title, int? From, int? To, IReadOnlyList<ContentChange> Changes)
{
    /// <summary>A record is read by people: a file that was replaced as a whole does not fill it.</summary>
    public const int MostChanges = 300;

    /// <summary>Changes beyond those that are kept.</summary>
    public int More { get; init; }

    /// <summary>Nobody changed this form: a list it shows was changed.</summary>
    public bool IsFollower { get; init; }

    public static PublicationItem Of(ContentKind kind, string key, string path, string title, int? from, int? to, string? before, string? after)
    {
        var changes = ContentDifference.Of(kind, before, after);
        return new PublicationItem(kind, key, path, title, from, to, [.. changes.Take(MostChanges)])
        {
            More = Math.Max(0, changes.Count - MostChanges),
        };
    }
}
