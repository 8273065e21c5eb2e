using WorkflowHost.Engine;

namespace WorkflowHost.Content.Publications;

/// <summary>What the whole would be, and what is wrong with it.</summary>
/// <param name="Texts">Everything as it would stand, by path, as files.</param>
/// <param name="Files">The same, read, with the lists put into the forms.</param>
/// <param name="Followers">Forms that nobody chose and that change because a list they show does.</param>
/// <param name="Registry">Activities as they would be known: with the processes that would be usable as a step.</param>
public sealed record ContentJudgement(
    IReadOnlyDictionary<string, string> Texts,
    IReadOnlyDictionary<string, ContentFile> Files,
    IReadOnlyList<ContentFile> Followers,
    IReadOnlyList<ContentMistake> Mistakes,
    ActivityRegistry Registry)
{
    public bool MayStand => Mistakes.All(mistake => mistake.IsWarning);
}
