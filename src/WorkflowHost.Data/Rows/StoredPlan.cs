using WorkflowHost.Cases;

namespace WorkflowHost.Data;

/// <summary>One version of plan.json; the published one is in force.</summary>
public sealed class StoredPlan
{
    public Guid Id { get; init; } = OrderedId.Next();

    public required string Key { get; init; }

    public int Version { get; init; } = 1;

    public bool IsPublished { get; set; }

    public required string Json { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public string CreatedBy { get; init; } = "";
}
