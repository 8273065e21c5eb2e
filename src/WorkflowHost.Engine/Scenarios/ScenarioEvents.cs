using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Scenarios;

/// <summary>Delivery of events by the rules of elsa-semantics 3.3: triggers, then waits, then the queue of unmet events.</summary>
internal sealed class ScenarioEvents(ScenarioHost host)
{
    private readonly List<UnmetStimulus> _unmet = [];

    public void Publish(string name, JsonNode? payload, string? correlationId, ScenarioInstance? only)
    {
        var hash = StimulusHasher.OfEvent(name);
        var input = new JsonObject { [WorkflowInputKeys.EventPayload] = payload?.DeepClone() };
        if (only is null)
            foreach (var (definitionId, trigger) in host.Triggers.Where(stored => stored.Trigger.Hash == hash).ToList())
                host.StartByTrigger(definitionId, trigger, input, correlationId);
        var met = false;
        foreach (var instance in host.Instances.ToArray())
            if ((only is null || only == instance) && (correlationId is null || instance.State.CorrelationId == correlationId))
                met |= host.ResumeByHash(instance, hash, input);
        if (!met && host.KeepsEvents)
            _unmet.Add(new UnmetStimulus(hash, correlationId, only?.Id, input, host.Now));
    }

    /// <summary>A new wait meets the oldest event that was kept for it.</summary>
    public void Redeliver(ScenarioInstance instance, IReadOnlyList<Bookmark> created)
    {
        foreach (var bookmark in created)
        {
            var index = _unmet.FindIndex(unmet =>
                unmet.IsFor(bookmark.Hash, instance.State.CorrelationId, instance.Id, host.Now, UnmetStimulus.LifetimeProfileS));
            if (index < 0)
                continue;
            var met = _unmet[index];
            _unmet.RemoveAt(index);
            host.ResumeByHash(instance, bookmark.Hash, met.Input);
        }
    }
}
