using System.Text.Json.Nodes;
using WorkflowHost.Engine.Definitions;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine;

/// <summary>A workflow or container variable (elsa-semantics 1.5). Bindings use the id, scripts use the name.</summary>
/// <param name="Id">Never empty; the name when the JSON has none.</param>
/// <param name="Name">May contain anything.</param>
/// <param name="TypeName">Alias such as <c>Int32</c>, with <c>[]</c> for lists.</param>
/// <param name="Value">Default value as written, or null.</param>
/// <param name="Storage">Whether the value survives a wait.</param>
public sealed record VariableDefinition(string Id, string Name, string TypeName, JsonNode? Value, VariableStorage Storage)
{
    internal ElsaType Type { get; init; } = ElsaType.Object;

    /// <summary>The default, converted; one that cannot be converted is unset, without an error (elsa-semantics 1.5).</summary>
    internal object? DefaultValue(Conversion conversion)
    {
        if (Value is null)
            return null;
        var written = Value is JsonValue ? ClrValues.FromNode(Value) : Value.ToJsonString(EngineJson.Options);
        if (written is string { Length: 0 })
            return null;
        if (Type.Kind == ElsaKind.Object)
            return written;
        try
        {
            return conversion.Convert(written, Type);
        }
        catch (ActivityFaultException)
        {
            return null; // Elsa warns and leaves the variable unset
        }
    }

    internal static VariableDefinition? Read(JsonNode? node) => Read(node, dropUnknownTypes: true);

    internal static VariableDefinition? Read(JsonNode? node, bool dropUnknownTypes)
    {
        if (node is not JsonObject json)
            return null;
        var alias = ActivityJson.Text(json, "typeName") ?? "Object";
        if (JsonScalars.Bool(ActivityJson.Member(json, "isArray")) is true && !alias.EndsWith("[]", StringComparison.Ordinal))
            alias += "[]";
        var type = ElsaType.Find(alias);
        if (type is null && dropUnknownTypes)
            return null;
        var name = ActivityJson.Text(json, "name") ?? "";
        var id = ActivityJson.Text(json, "id");
        var storage = VariableStorageNames.Read(ActivityJson.Text(json, "storageDriverTypeName"));
        return new VariableDefinition(string.IsNullOrEmpty(id) ? name : id, name, alias, ActivityJson.Member(json, "value"), storage)
        {
            Type = type ?? ElsaType.Object,
        };
    }
}

/// <summary>Where a value lives between bursts (elsa-semantics 1.7).</summary>
public enum VariableStorage
{
    /// <summary>Nowhere: after a wait the default is back.</summary>
    None,

    /// <summary>In the instance.</summary>
    Instance,

    /// <summary>In the process, where the host has an <see cref="IProcessMemory"/>; otherwise nowhere.</summary>
    Memory,
}

/// <summary>A declared workflow input (elsa-semantics 1.6).</summary>
/// <param name="Name">Name in the input object.</param>
/// <param name="TypeName">Alias of the type; values are not converted to it.</param>
/// <param name="DisplayName">Label, or null.</param>
/// <param name="Description">Help text, or null.</param>
/// <param name="Category">Group, or null.</param>
/// <param name="UiHint">Editor when used as an activity, or null.</param>
/// <param name="Storage">Instance: the value survives a wait.</param>
public sealed record InputDefinition(
    string Name,
    string TypeName,
    string? DisplayName,
    string? Description,
    string? Category,
    string? UiHint,
    VariableStorage Storage)
{
    internal static InputDefinition? Read(JsonNode? node) => node is not JsonObject json
        ? null
        : new InputDefinition(
            ActivityJson.Text(json, "name") ?? "",
            ActivityJson.Text(json, "type") ?? "Object",
            ActivityJson.Text(json, "displayName"),
            ActivityJson.Text(json, "description"),
            ActivityJson.Text(json, "category"),
            ActivityJson.Text(json, "uiHint"),
            VariableStorageNames.Read(ActivityJson.Text(json, "storageDriverType")));
}

/// <summary>A declared workflow output.</summary>
/// <param name="Name">Name in the output object.</param>
/// <param name="TypeName">Alias of the type; values are not converted to it.</param>
/// <param name="DisplayName">Label, or null.</param>
/// <param name="Description">Help text, or null.</param>
public sealed record OutputDefinition(string Name, string TypeName, string? DisplayName, string? Description)
{
    internal static OutputDefinition? Read(JsonNode? node) => node is not JsonObject json
        ? null
        : new OutputDefinition(
            ActivityJson.Text(json, "name") ?? "",
            ActivityJson.Text(json, "type") ?? "Object",
            ActivityJson.Text(json, "displayName"),
            ActivityJson.Text(json, "description"));
}

/// <summary>When a start is refused because of running instances (elsa-semantics 3.10).</summary>
public enum ActivationStrategy
{
    /// <summary>Never.</summary>
    AllowAlways,

    /// <summary>One running instance of the definition.</summary>
    Singleton,

    /// <summary>One running instance of the definition per correlation id; an empty id counts as any.</summary>
    CorrelatedSingleton,

    /// <summary>One running instance of any definition per correlation id; an empty id counts as any.</summary>
    Correlation,
}

/// <summary>The <c>options</c> of a definition.</summary>
public sealed record WorkflowOptions
{
    /// <summary>When a start is refused.</summary>
    public ActivationStrategy ActivationStrategy { get; init; }

    /// <summary>What a fault does; null = the engine's default.</summary>
    public IncidentStrategy? IncidentStrategy { get; init; }

    /// <summary>Name of the commit strategy, or null; see <see cref="CommitStrategies"/>.</summary>
    public string? CommitStrategyName { get; init; }

    /// <summary>True: appears in the toolbox of other definitions.</summary>
    public bool UsableAsActivity { get; init; }

    /// <summary>True: publishing updates the definitions that use this one.</summary>
    public bool AutoUpdateConsumingWorkflows { get; init; }

    /// <summary>Toolbox group; null = Workflows.</summary>
    public string? ActivityCategory { get; init; }

    internal static WorkflowOptions Read(JsonObject definition)
    {
        var options = ActivityJson.Member(definition, "options") as JsonObject ?? [];
        return new WorkflowOptions
        {
            ActivationStrategy = StrategyNames.Activation(ActivityJson.Text(options, "activationStrategyType")),
            IncidentStrategy = StrategyNames.Incident(ActivityJson.Text(options, "incidentStrategyType")),
            CommitStrategyName = ActivityJson.Text(options, "commitStrategyName"),
            UsableAsActivity = JsonScalars.Bool(ActivityJson.Member(options, "usableAsActivity"))
                ?? JsonScalars.Bool(ActivityJson.Member(definition, "usableAsActivity")) ?? false,
            AutoUpdateConsumingWorkflows =
                JsonScalars.Bool(ActivityJson.Member(options, "autoUpdateConsumingWorkflows")) ?? false,
            ActivityCategory = ActivityJson.Text(options, "activityCategory"),
        };
    }
}
