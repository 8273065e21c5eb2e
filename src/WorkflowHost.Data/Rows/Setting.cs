namespace WorkflowHost.Data;

/// <summary>A value the program keeps for itself.</summary>
public sealed class Setting
{
    public required string Key { get; init; }

    public required string Value { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}
