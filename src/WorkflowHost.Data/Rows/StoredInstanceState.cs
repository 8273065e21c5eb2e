namespace WorkflowHost.Data;

/// <summary>State of an instance after its last burst; packed in the file (<see cref="PackedText"/>).</summary>
public sealed class StoredInstanceState
{
    public required string InstanceId { get; init; }

    /// <summary>The engine's own JSON of its state.</summary>
    public required string Json { get; set; }
}
