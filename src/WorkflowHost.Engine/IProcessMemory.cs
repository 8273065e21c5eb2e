namespace WorkflowHost.Engine;

/// <summary>
/// Port for variables of Elsa's memory driver (elsa-semantics 1.7): values that live in the process, outside the instance. A host
/// without it, as the program is, gives such variables their default after each wait: replicas and restarts would anyway.
/// </summary>
public interface IProcessMemory
{
    /// <summary>Keeps a value of an instance; keys are unique per variable and scope.</summary>
    void Set(string instanceId, string key, object? value);

    /// <summary>False when nothing was kept under the key.</summary>
    bool TryGet(string instanceId, string key, out object? value);
}
