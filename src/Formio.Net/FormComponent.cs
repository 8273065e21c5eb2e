using System.Text.Json.Nodes;

namespace Formio;

/// <summary>One component of a form as a page or a report needs to know it.</summary>
public sealed record FormComponent
{
    /// <summary>Path in the form without layout components: <c>household.members.name</c>. Not unique in odd forms.</summary>
    public required string Path { get; init; }

    /// <summary>form.io's <c>key</c>; empty when the JSON has none.</summary>
    public required string Key { get; init; }

    /// <summary>form.io's <c>type</c>, such as <c>textfield</c> or <c>datagrid</c>; empty when absent.</summary>
    public required string Type { get; init; }

    /// <summary>The label, else the title or legend, else the key.</summary>
    public required string Label { get; init; }

    /// <summary>Whether the component stores a value in the submission (layout and content do not).</summary>
    public required bool HasData { get; init; }

    /// <summary>Whether the value repeats: a grid, or a component with <c>multiple</c>.</summary>
    public required bool IsRepeated { get; init; }

    /// <summary>Path of the nearest component that holds this one's data (container, grid, sub-form); empty at the top.</summary>
    public required string ParentPath { get; init; }

    /// <summary>The component's <c>properties</c> map (for instance <c>sensitivity</c>, <c>catalog</c>).</summary>
    public required IReadOnlyDictionary<string, string> Properties { get; init; }

    /// <summary>The component's own JSON. Part of the definition: read it, do not change it.</summary>
    public required JsonObject Json { get; init; }
}
