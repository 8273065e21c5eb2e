namespace WorkflowHost.Data;

/// <summary>The last instance started under an activation strategy; two starts at once cannot both take it.</summary>
public sealed class ActivationClaim
{
    /// <summary>Strategy and what it compares: definition, correlation id, or both.</summary>
    public required string Key { get; init; }

    public required string InstanceId { get; init; }
}
