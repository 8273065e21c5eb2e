namespace WorkflowHost.Cases.Plans;

/// <summary>A kind of place inside a site; capacity is held per site and segment.</summary>
public sealed record Segment(string Key, LocalizedText Title);
