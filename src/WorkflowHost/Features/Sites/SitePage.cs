using WorkflowHost.Cases.Sites;
using WorkflowHost.Features.Shared.Querying;

namespace WorkflowHost.Features.Sites;

/// <summary>One site and who holds its places.</summary>
/// <param name="Limits">How many people it carries by its installations.</param>
/// <param name="OverReason">Why more places are offered than that; empty when nobody said.</param>
public sealed record SitePage(SiteCard Site, PageOf<Occupant> Occupants, SiteLimits Limits, string OverReason);

/// <param name="Title">Name, or folio for those who may not read names.</param>
/// <param name="StateKey">Key of the text for the state of the stay.</param>
public sealed record Occupant(Guid CaseId, string Title, string Folio, string Segment, string StateKey, DateTimeOffset Since, bool MayOpen);
