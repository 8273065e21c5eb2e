using WorkflowHost.Cases;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Data;

/// <summary>One version of a form. Changes only while it is a draft.</summary>
public sealed class StoredForm
{
    public Guid Id { get; init; } = OrderedId.Next();

    public required string Key { get; init; }

    public int Version { get; init; } = 1;

    public string Title { get; set; } = "";

    /// <summary>Group in the lists, or null.</summary>
    public string? Category { get; set; }

    public Sensitivity Sensitivity { get; set; }

    public bool IsLatest { get; set; }

    public bool IsPublished { get; set; }

    /// <summary>The form as form.io writes it.</summary>
    public required string Json { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public string CreatedBy { get; init; } = "";

    public DateTimeOffset? PublishedAt { get; set; }
}
