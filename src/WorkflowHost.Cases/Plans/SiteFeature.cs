namespace WorkflowHost.Cases.Plans;

/// <summary>Something sites have or are like (an accessible bath, the distance to a hospital), which rules may ask about.</summary>
/// <param name="Key">Key in a site's features.</param>
/// <param name="Title">Name on screens.</param>
/// <param name="Kind">Yes/no, number or text.</param>
/// <param name="Unit">Unit of a number, or null.</param>
public sealed record SiteFeature(string Key, LocalizedText Title, CaseFieldKind Kind, string? Unit);
