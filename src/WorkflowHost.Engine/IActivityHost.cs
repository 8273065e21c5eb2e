namespace WorkflowHost.Engine;

/// <summary>The only things a burst may ask of the world. Implementations answer synchronously and take part in the host's transaction.</summary>
public interface IActivityHost
{
    /// <summary>A port of the program for its own activities, or null when this host has none.</summary>
    T? Port<T>()
        where T : class;

    /// <summary>The published version of a definition, or null when there is none.</summary>
    CompiledWorkflow? FindPublished(string definitionId);

    /// <summary>A new id of 16 lower-case hex digits.</summary>
    string NewId();
}
