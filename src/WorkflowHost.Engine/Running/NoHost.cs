namespace WorkflowHost.Engine.Running;

/// <summary>Nothing to ask: trigger inputs are read without an instance.</summary>
internal sealed class NoHost : IActivityHost
{
    public static readonly NoHost Instance = new();

    public T? Port<T>()
        where T : class => null;

    public CompiledWorkflow? FindPublished(string definitionId) => null;

    public string NewId() => "0000000000000000";
}
