namespace WorkflowHost.Cases.Plans;

/// <summary>A kind of countable event; indicators are defined over facts of one type.</summary>
public sealed record FactType(string Key, LocalizedText Title);
