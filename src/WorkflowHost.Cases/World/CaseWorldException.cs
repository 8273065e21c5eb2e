namespace WorkflowHost.Cases.World;

/// <summary>A workflow asked for something that does not exist. Becomes an incident of its instance.</summary>
public sealed class CaseWorldException(string code, string message) : Exception(message)
{
    /// <summary>Stable code, <c>unknown_case_type</c>.</summary>
    public string Code { get; } = code;
}
