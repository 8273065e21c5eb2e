using WorkflowHost.Content.Publications;

namespace WorkflowHost.Features.Publications;

/// <summary>What taking a publication back would do.</summary>
/// <param name="Publish">Its rows, from what is in force to what was before.</param>
public sealed record ReturnPage(PublicationRecord Record, PublishPage Publish);
