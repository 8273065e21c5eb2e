using WorkflowHost.Engine.Activities;

namespace WorkflowHost.Engine;

/// <summary>
/// The activity types a host knows: Elsa's, its own, and published workflows usable as activities. Fill it first, then share it;
/// reading is thread-safe once nobody adds. Build a new one from <see cref="Copy"/> when a publication changes it.
/// </summary>
public sealed class ActivityRegistry
{
    private readonly Dictionary<(string Type, int Version), ActivityType> _types = [];
    private readonly Dictionary<string, ActivityType> _latest = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WorkflowAsActivity> _workflowsByVersionId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WorkflowAsActivity> _workflowsByDefinitionId = new(StringComparer.Ordinal);

    /// <summary>A registry with all built-in activities.</summary>
    public static ActivityRegistry WithBuiltIns()
    {
        var registry = new ActivityRegistry();
        foreach (var type in BuiltInActivities.All())
            registry.Add(type);
        return registry;
    }

    /// <summary>Descriptors of all types, unique by type name and version, for the designer's toolbox.</summary>
    public IEnumerable<ActivityDescriptor> Descriptors => _types.Values.Select(type => type.Descriptor);

    /// <summary>Adds a type; one with the same name and version is replaced.</summary>
    public void Add(ActivityType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var descriptor = type.Descriptor;
        _types[(descriptor.TypeName, descriptor.Version)] = type;
        if (!_latest.TryGetValue(descriptor.TypeName, out var latest) || latest.Descriptor.Version <= descriptor.Version)
            _latest[descriptor.TypeName] = type;
    }

    /// <summary>Adds a published definition as an activity; does nothing unless it is usable as one (elsa-semantics 2.14).</summary>
    public void AddWorkflow(WorkflowDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (!definition.Options.UsableAsActivity || string.IsNullOrWhiteSpace(definition.Name))
            return;
        var type = new WorkflowAsActivity(definition);
        Add(type);
        _workflowsByVersionId[definition.Id] = type;
        if (!_workflowsByDefinitionId.TryGetValue(definition.DefinitionId, out var other)
            || other.Definition.Version <= definition.Version)
            _workflowsByDefinitionId[definition.DefinitionId] = type;
    }

    /// <summary>
    /// Keeps an earlier published version for those that name it: they go on with what they were made with. The toolbox does not show it.
    /// </summary>
    public void KeepWorkflow(WorkflowDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (!definition.Options.UsableAsActivity || string.IsNullOrWhiteSpace(definition.Name))
            return;
        var type = new WorkflowAsActivity(definition, isOffered: false);
        Add(type);
        _workflowsByVersionId.TryAdd(definition.Id, type);
    }

    /// <summary>Exact type and version, else the latest version of the type, else null.</summary>
    public ActivityType? Find(string type, int version) =>
        _types.TryGetValue((type, version), out var exact) ? exact : _latest.GetValueOrDefault(type);

    /// <summary>An independent copy to add to.</summary>
    public ActivityRegistry Copy()
    {
        var copy = new ActivityRegistry();
        foreach (var type in _types.Values)
            copy.Add(type);
        foreach (var (id, type) in _workflowsByVersionId)
            copy._workflowsByVersionId[id] = type;
        foreach (var (id, type) in _workflowsByDefinitionId)
            copy._workflowsByDefinitionId[id] = type;
        return copy;
    }

    internal WorkflowAsActivity? FindWorkflow(string? definitionId, string? versionId)
    {
        if (!string.IsNullOrEmpty(versionId))
            return _workflowsByVersionId.GetValueOrDefault(versionId);
        return definitionId is null ? null : _workflowsByDefinitionId.GetValueOrDefault(definitionId);
    }
}
