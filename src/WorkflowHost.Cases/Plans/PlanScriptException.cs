namespace WorkflowHost.Cases.Plans;

/// <summary>An expression of the plan failed on real data.</summary>
public sealed class PlanScriptException(string source, Exception cause)
    : Exception($"The plan's expression failed: {source} ({cause.Message})", cause);
