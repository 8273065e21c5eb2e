using WorkflowHost.Content;

namespace WorkflowHost.Features.Publications;

/// <summary>A mistake with the place where it is mended.</summary>
/// <param name="Title">What the file is called.</param>
/// <param name="Place">The step or field; empty when the mistake is of the whole.</param>
/// <param name="Link">Leads there.</param>
public sealed record MistakeRow(ContentMistake Mistake, string Title, string Place, string Link);
