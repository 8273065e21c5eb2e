using WorkflowHost.Features.Shared.Counting;
using WorkflowHost.Features.Shared.Querying;

namespace WorkflowHost.Features.Planning.Indicators;

/// <summary>The draft's number and the list that explains it.</summary>
/// <param name="Rows">Exactly as many as the number says; null when it cannot be counted as it stands.</param>
/// <param name="Published">What the published indicator counts now; null when there is none.</param>
/// <param name="Failure">What its filter said on real data, or null.</param>
public sealed record IndicatorTrialPage(string Key, string Title, PageOf<IndicatorEvidence>? Rows, long? Published, string? Failure);
