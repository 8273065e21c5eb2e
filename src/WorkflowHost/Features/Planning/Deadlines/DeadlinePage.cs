using WorkflowHost.Content;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Planning.Deadlines;

/// <summary>All rules in their order.</summary>
/// <param name="Applied">Open tasks that have just got a new deadline; null when nobody asked for it.</param>
public sealed record DeadlineListPage(string BasedOn, bool IsDraft, IReadOnlyList<DeadlineRow> Rules, int? Applied)
{
    /// <summary>Somebody changed the plan meanwhile; what was asked for was not done.</summary>
    public bool IsStale { get; init; }
}

/// <param name="OpenTasks">Open tasks the published rule is about; null while the rule is not published.</param>
public sealed record DeadlineRow(string Key, string Words, IReadOnlyList<ContentMistake> Mistakes, int? OpenTasks);

/// <summary>One rule in its form.</summary>
/// <param name="Key">Empty for a new one.</param>
/// <param name="Mistakes">With paths from the rule on: <c>remind[0].before</c>; empty for the rule itself.</param>
public sealed record DeadlinePage(
    string Key, DeadlineEdit Edit, DeadlineChoices Choices, string Words, IReadOnlyList<ContentMistake> Mistakes)
{
    public bool IsStale { get; init; }

    public bool IsSaved { get; init; }

    /// <summary>What is wrong at that place, in the language of the screen.</summary>
    public IReadOnlyList<string> At(params string[] paths) =>
        [.. Mistakes.Where(mistake => paths.Contains(mistake.Path)).Select(MistakeWords.Of)];
}
