using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Running;

/// <summary>A variable in one scope of one instance. Values are null, CLR scalars or JSON nodes nobody changes.</summary>
internal sealed class VariableSlot
{
    private VariableSlot(string id, string name, ElsaType type, VariableStorage storage, bool isDynamic, object? value)
    {
        Id = id;
        Name = name;
        Type = type;
        Storage = storage;
        IsDynamic = isDynamic;
        Value = value;
    }

    public string Id { get; }

    public string Name { get; }

    public ElsaType Type { get; }

    public VariableStorage Storage { get; }

    public bool SurvivesWaits => Storage == VariableStorage.Instance;

    /// <summary>Created at run time: by a loop or a script. The definition does not know it.</summary>
    public bool IsDynamic { get; }

    public object? Value { get; set; }

    public static VariableSlot Declared(VariableDefinition definition, Conversion conversion) => new(
        definition.Id,
        definition.Name,
        definition.Type,
        definition.Storage,
        isDynamic: false,
        definition.DefaultValue(conversion));

    public static VariableSlot Dynamic(string name, object? value) =>
        new(name, name, ElsaType.Object, VariableStorage.Instance, isDynamic: true, value);
}
