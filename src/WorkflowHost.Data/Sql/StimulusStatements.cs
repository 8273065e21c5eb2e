namespace WorkflowHost.Data.Sql;

/// <summary>Statements over kept stimuli and activation claims.</summary>
internal sealed class StimulusStatements(WorkSchema schema)
{
    public Statement ById { get; } = schema.Stimuli.Select("WHERE id = $1", nameof(QueuedStimulus.Id));

    public Statement Drop { get; } = new(
        "DELETE FROM queued_stimuli WHERE id = $1 AND state = 'waiting'", schema.Stimuli[nameof(QueuedStimulus.Id)]);

    public Statement Update { get; } = schema.Stimuli.Update(
        [
            nameof(QueuedStimulus.State), nameof(QueuedStimulus.Attempts), nameof(QueuedStimulus.LastError),
            nameof(QueuedStimulus.At),
        ],
        "id = $5",
        nameof(QueuedStimulus.Id));

    public Statement ClaimByKey { get; } = schema.Claims.Select("WHERE key = $1", nameof(ActivationClaim.Key));

    public Statement DropClaim { get; } = new(
        "DELETE FROM activation_claims WHERE key = $1 AND instance_id = $2",
        schema.Claims[nameof(ActivationClaim.Key)],
        schema.Claims[nameof(ActivationClaim.InstanceId)]);

    public Statement RunningOf { get; } = schema.Instances.Select(
        "WHERE definition_id = $1 AND status = 'Running' LIMIT 1", nameof(StoredInstance.DefinitionId));

    public Statement RunningOfWith { get; } = schema.Instances.Select(
        "WHERE definition_id = $1 AND correlation_id = $2 AND status = 'Running' LIMIT 1",
        nameof(StoredInstance.DefinitionId),
        nameof(StoredInstance.CorrelationId));

    public Statement RunningWith { get; } = schema.Instances.Select(
        "WHERE correlation_id = $1 AND status = 'Running' LIMIT 1", nameof(StoredInstance.CorrelationId));

    public Statement Running { get; } = schema.Instances.Select("WHERE status = 'Running' LIMIT 1");
}
