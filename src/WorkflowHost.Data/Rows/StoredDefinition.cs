namespace WorkflowHost.Data;

/// <summary>One version of a workflow definition. Changes only while it is a draft (elsa-studio-contract 4.6).</summary>
public sealed class StoredDefinition
{
    /// <summary>Version id, 16 hex digits; what instances name.</summary>
    public required string Id { get; init; }

    public required string DefinitionId { get; init; }

    public int Version { get; set; } = 1;

    public string? Name { get; set; }

    public string? Description { get; set; }

    public bool IsLatest { get; set; }

    public bool IsPublished { get; set; }

    /// <summary>Not to be changed in the designer.</summary>
    public bool IsReadonly { get; set; }

    /// <summary>Hidden from the designer's lists.</summary>
    public bool IsSystem { get; set; }

    /// <summary>The definition as Elsa writes it.</summary>
    public required string Json { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public string CreatedBy { get; init; } = "";

    public DateTimeOffset? PublishedAt { get; set; }
}
