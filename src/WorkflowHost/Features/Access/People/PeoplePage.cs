using WorkflowHost.Features.Shared.Querying;

namespace WorkflowHost.Features.Access.People;

/// <summary>The list of people and the form for another one.</summary>
/// <param name="ShowsGone">Whether it lists those who no longer work here.</param>
public sealed record PeoplePage(PageOf<PersonRow> People, string? Search, bool ShowsGone, PersonDraft Draft, bool IsRefused);

/// <param name="Roles">Titles in the language of the screen.</param>
/// <param name="HasPassword">False until the first link was used.</param>
public sealed record PersonRow(Guid Id, string Name, string User, IReadOnlyList<string> Roles, bool HasPassword);
