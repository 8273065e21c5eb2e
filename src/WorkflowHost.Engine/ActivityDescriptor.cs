using System.Text.Json.Nodes;

namespace WorkflowHost.Engine;

/// <summary>What an activity type does for the designer's toolbox.</summary>
public enum ActivityKind
{
    /// <summary>Runs inside the burst.</summary>
    Action,

    /// <summary>Can start a workflow.</summary>
    Trigger,

    /// <summary>Always runs in the background.</summary>
    Job,

    /// <summary>May run in the background.</summary>
    Task,
}

/// <summary>
/// One activity type as Elsa Studio needs it (elsa-studio-contract 3.1). Serialised with <see cref="EngineJson.Options"/> it has
/// the shape of the contract's fixtures. Collections are never null.
/// </summary>
public sealed record ActivityDescriptor
{
    /// <summary>Type name in definitions, for example <c>Elsa.RunTask</c>; unique together with the version.</summary>
    public required string TypeName { get; init; }

    /// <summary>Part of the type name before the last dot.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>Base of generated activity names.</summary>
    public required string Name { get; init; }

    /// <summary>Version of the type; the toolbox inserts the highest one.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Toolbox group.</summary>
    public required string Category { get; init; }

    /// <summary>Toolbox text.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Help text.</summary>
    public string? Description { get; init; }

    /// <summary>Inputs in the order of the panel.</summary>
    public IReadOnlyList<InputDescriptor> Inputs { get; init; } = [];

    /// <summary>Outputs in the order of the panel.</summary>
    public IReadOnlyList<OutputDescriptor> Outputs { get; init; } = [];

    /// <summary>Action, Trigger, Job or Task.</summary>
    public ActivityKind Kind { get; init; }

    /// <summary>Sent because Elsa sends it; Studio ignores it.</summary>
    public bool RunAsynchronously { get; init; }

    /// <summary>Fixed outcomes and child ports; none = one outcome Done.</summary>
    public IReadOnlyList<PortDescriptor> Ports { get; init; } = [];

    /// <summary>Facts for the designer, for example <c>RootType</c>.</summary>
    public JsonObject CustomProperties { get; init; } = [];

    /// <summary>Members copied into a new activity when it is dropped.</summary>
    public JsonObject ConstructionProperties { get; init; } = [];

    /// <summary>True for types that hold a list of activities.</summary>
    public bool IsContainer { get; init; }

    /// <summary>False: not in the toolbox, but legal in definitions.</summary>
    public bool IsBrowsable { get; init; } = true;

    /// <summary>True: no inbound port.</summary>
    public bool IsStart { get; init; }

    /// <summary>True: no Done port.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Input of that name, or null. Names are compared without case.</summary>
    public InputDescriptor? FindInput(string name) =>
        Inputs.FirstOrDefault(input => input.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>One input of an activity type (elsa-studio-contract 3.2).</summary>
public sealed record InputDescriptor
{
    /// <summary>PascalCase; the property in definitions is <see cref="ActivityJson.Camelize"/> of it.</summary>
    public required string Name { get; init; }

    /// <summary>Alias of the value's type, for example <c>String</c>.</summary>
    public string TypeName { get; init; } = "Object";

    /// <summary>Label.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Help text.</summary>
    public string? Description { get; init; }

    /// <summary>Tab of the panel; null = the first one.</summary>
    public string? Category { get; init; }

    /// <summary>Sort key within the tab.</summary>
    public double Order { get; init; }

    /// <summary>True: stored as <c>{typeName, expression, memoryReference}</c>; false: stored as plain JSON.</summary>
    public bool IsWrapped { get; init; } = true;

    /// <summary>Editor, never null (elsa-studio-contract 3.3).</summary>
    public string UiHint { get; init; } = "singleline";

    /// <summary>Options of the editor; names exactly as the contract spells them.</summary>
    public JsonObject UiSpecifications { get; init; } = [];

    /// <summary>Shown and used when the definition has no value; null = none.</summary>
    public JsonNode? DefaultValue { get; init; }

    /// <summary>Expression type the code editor selects first, or null.</summary>
    public string? DefaultSyntax { get; init; }

    /// <summary>True disables the editor.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>True: the value never appears in journal or records.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>False: the activity evaluates it on demand, not before it runs.</summary>
    public bool AutoEvaluate { get; init; } = true;

    /// <summary>Studio shows an input only when this is true.</summary>
    public bool IsBrowsable { get; init; } = true;

    /// <summary>False for values that have no JSON form.</summary>
    public bool IsSerializable { get; init; } = true;

    /// <summary>True for inputs of a workflow used as an activity.</summary>
    public bool IsSynthetic { get; init; }
}

/// <summary>One output of an activity type.</summary>
public sealed record OutputDescriptor
{
    /// <summary>PascalCase.</summary>
    public required string Name { get; init; }

    /// <summary>Alias of the value's type.</summary>
    public string TypeName { get; init; } = "Object";

    /// <summary>Label.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Help text.</summary>
    public string? Description { get; init; }

    /// <summary>Sort key.</summary>
    public double Order { get; init; }

    /// <summary>True: offered in the outputs tab.</summary>
    public bool IsBrowsable { get; init; } = true;

    /// <summary>False for values that have no JSON form.</summary>
    public bool IsSerializable { get; init; } = true;

    /// <summary>True for outputs of a workflow used as an activity.</summary>
    public bool IsSynthetic { get; init; }
}

/// <summary>What a port is.</summary>
public enum PortKind
{
    /// <summary>An outcome drawn on the node.</summary>
    Flow,

    /// <summary>A property holding a nested activity.</summary>
    Embedded,
}

/// <summary>An outcome or child port of an activity type.</summary>
/// <param name="Name">Outcome name, or PascalCase property name of the nested activity.</param>
/// <param name="Type">Flow or Embedded.</param>
public sealed record PortDescriptor(string Name, PortKind Type = PortKind.Flow)
{
    /// <summary>Label.</summary>
    public string DisplayName { get; init; } = Name;

    /// <summary>False hides the port on the canvas.</summary>
    public bool IsBrowsable { get; init; } = true;
}
