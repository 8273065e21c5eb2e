namespace WorkflowHost.Cases.Plans;

/// <summary>
/// A humanitarian minimum that limits how many people a site carries, as a general ratio that a site may override: either
/// so much per person (3.5 m²), or so many people per piece (20 per toilet).
/// </summary>
/// <param name="Key">Key in a site's figures and ratios.</param>
/// <param name="Title">Name on screens.</param>
/// <param name="Unit">Unit of the figure, or null.</param>
/// <param name="Measure">How figure and ratio make people.</param>
/// <param name="Ratio">The general ratio, above zero.</param>
public sealed record CapacityLimit(string Key, LocalizedText Title, string? Unit, LimitMeasure Measure, decimal Ratio);
