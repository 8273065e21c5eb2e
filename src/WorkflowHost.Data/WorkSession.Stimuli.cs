using WorkflowHost.Data.Sql;
using WorkflowHost.Engine;

namespace WorkflowHost.Data;

public sealed partial class WorkSession
{
    private readonly List<Write> _stimulusWrites = [];

    /// <summary>One running instance that a start would have to mind, or null; a null definition or correlation id is no filter.</summary>
    public StoredInstance? FindRunning(string? definitionId, string? correlationId)
    {
        var own = _instances.Values.Select(work => work.Instance).FirstOrDefault(instance =>
            instance.Status == WorkflowStatus.Running
            && (definitionId is null || instance.DefinitionId == definitionId)
            && (correlationId is null || instance.CorrelationId == correlationId));
        if (own is not null)
            return own;
        var run = _schema.Stimulus;
        var found = (definitionId, correlationId) switch
        {
            ({ }, { }) => Query(run.RunningOfWith, _schema.Instances.Read, definitionId, correlationId),
            ({ }, null) => Query(run.RunningOf, _schema.Instances.Read, definitionId),
            (null, { }) => Query(run.RunningWith, _schema.Instances.Read, correlationId),
            _ => Query(run.Running, _schema.Instances.Read),
        };
        // An instance that this very unit finishes no longer counts.
        return found.FirstOrDefault(instance => !_instances.ContainsKey(instance.Id));
    }

    /// <summary>Who took an activation key last, or null. Ask before looking for running instances, see <see cref="ClaimActivation"/>.</summary>
    public ActivationClaim? FindClaim(string key) =>
        Query(_schema.Stimulus.ClaimByKey, _schema.Claims.Read, key).FirstOrDefault();

    /// <summary>
    /// Takes an activation key for a new instance. <paramref name="before"/> must have been read before the look for
    /// running instances: whoever took the key since then, seen running or not, ends this unit as
    /// <see cref="CommitResult.Stale"/>, and is found running at the next look.
    /// </summary>
    public void ClaimActivation(string key, string instanceId, ActivationClaim? before)
    {
        if (before is not null)
            _stimulusWrites.Add(_schema.Stimulus.DropClaim.Expect(CommitResult.Stale, key, before.InstanceId));
        _stimulusWrites.Add(_schema.Claims.InsertOf(new ActivationClaim { Key = key, InstanceId = instanceId }, CommitResult.Stale));
    }

    /// <summary>Keeps a stimulus that met nobody.</summary>
    public void AddStimulus(QueuedStimulus stimulus) => _stimulusWrites.Add(_schema.Stimuli.InsertOf(stimulus));

    /// <summary>The kept stimulus, or null when it was delivered.</summary>
    public QueuedStimulus? FindStimulus(Guid id) => Query(_schema.Stimulus.ById, _schema.Stimuli.Read, id).FirstOrDefault();

    /// <summary>It is delivered by what this unit does; when somebody else was faster the commit ends as <see cref="CommitResult.Stale"/>.</summary>
    public void DoneStimulus(QueuedStimulus stimulus) =>
        _stimulusWrites.Add(_schema.Stimulus.Drop.Expect(CommitResult.Stale, stimulus.Id));

    /// <summary>Stores state, attempts, error and time of a kept stimulus.</summary>
    public void UpdateStimulus(QueuedStimulus stimulus) => _stimulusWrites.Add(_schema.Stimulus.Update.With(
        stimulus.State, stimulus.Attempts, stimulus.LastError, stimulus.At, stimulus.Id));

    private void WriteStimuli(List<Write> writes) => writes.AddRange(_stimulusWrites);
}
