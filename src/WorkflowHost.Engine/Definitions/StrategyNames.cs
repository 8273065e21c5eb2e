namespace WorkflowHost.Engine.Definitions;

/// <summary>
/// Strategy and driver identifiers: the short class name, the full one, or with assembly (elsa-semantics 1.1 and 1.7).
/// Decision B6: all four activation strategies are accepted.
/// </summary>
internal static class StrategyNames
{
    public static ActivationStrategy Activation(string? identifier) => ShortName(identifier) switch
    {
        "SingletonStrategy" => ActivationStrategy.Singleton,
        "CorrelatedSingletonStrategy" => ActivationStrategy.CorrelatedSingleton,
        "CorrelationStrategy" => ActivationStrategy.Correlation,
        _ => ActivationStrategy.AllowAlways,
    };

    public static IncidentStrategy? Incident(string? identifier) => ShortName(identifier) switch
    {
        "" => null,
        "FaultStrategy" => IncidentStrategy.Fault,
        "ContinueWithIncidentsStrategy" => IncidentStrategy.ContinueWithIncidents,
        _ => throw new WorkflowDefinitionException($"Unknown incident strategy '{identifier}'."),
    };

    public static string ShortName(string? identifier)
    {
        if (string.IsNullOrWhiteSpace(identifier))
            return "";
        var type = identifier.Split(',')[0].Trim();
        return type[(type.LastIndexOf('.') + 1)..];
    }
}

/// <summary>Which storage drivers keep a value between bursts.</summary>
internal static class VariableStorageNames
{
    public static VariableStorage Read(string? identifier) =>
        identifier is null ? VariableStorage.None
        : identifier.Contains("WorkflowInstanceStorageDriver", StringComparison.Ordinal)
            || identifier.Contains("WorkflowStorageDriver", StringComparison.Ordinal) ? VariableStorage.Instance
        : identifier.Contains("MemoryStorageDriver", StringComparison.Ordinal) ? VariableStorage.Memory
        : VariableStorage.None;
}
