using WorkflowHost.Cases.Plans;
using WorkflowHost.Features.Shared.Querying;

namespace WorkflowHost.Features.Cases;

/// <summary>A list of cases of one type.</summary>
/// <param name="IsBySearch">False when the person may not read what cases are searched by: then only folios are found.</param>
public sealed record PeoplePage(
    PeopleFilter Filter, CaseType Type, IReadOnlyList<CaseType> Types, PageOf<PeopleRow> Rows, IReadOnlyList<Site> Sites, bool IsBySearch);

/// <param name="State">Title of the state; empty when the type has none.</param>
public sealed record PeopleRow(Guid Id, string Title, string Folio, string State, bool IsOpen, string? Site, DateTimeOffset CreatedAt);
