using WorkflowHost.Features.Shared.Counting;
using WorkflowHost.Features.Shared.Querying;

namespace WorkflowHost.Features.Indicators;

/// <summary>The list behind a number: as many rows as the number says.</summary>
public sealed record IndicatorPage(IndicatorFigure Figure, PageOf<IndicatorEvidence> Rows);
