using WorkflowHost.Engine.Running;

namespace WorkflowHost.Engine.Versions;

/// <summary>A running sequence in another version: what comes next is counted from where it stands there.</summary>
internal sealed class SequenceMove(
    VersionMap map,
    ActivityNode old,
    ActivityNode target,
    IReadOnlyList<ActivityNode> open,
    Lazy<IReadOnlySet<string>> finished,
    List<MoveProblem> problems,
    List<string> skipped)
{
    public RecordState Move(RecordState record)
    {
        var before = (IReadOnlyList<ActivityNode>)old.Prepared!; // set when the node is compiled
        var after = (IReadOnlyList<ActivityNode>)target.Prepared!; // set when the node is compiled
        if (open.Count == 0 || map.TargetOf(open[^1].NodeId) is not { } here)
            return record;
        var place = IndexOf(after, here);
        var next = after.Skip(place + 1).ToList();
        var nextBefore = before.Skip(IndexOf(before, open[^1]) + 1).ToHashSet();
        foreach (var step in next)
        {
            if (map.SourceOf(step.NodeId) is { } source && !nextBefore.Contains(source) && finished.Value.Contains(source.NodeId))
                problems.Add(MoveProblem.About(MoveProblem.StepRepeated, step));
        }

        skipped.AddRange(after.Take(place).Where(step => map.SourceOf(step.NodeId) is null).Select(step => step.Name ?? step.Id));
        return record with { Counter = place + 1 };
    }

    private static int IndexOf(IReadOnlyList<ActivityNode> steps, ActivityNode step)
    {
        for (var index = 0; index < steps.Count; index++)
        {
            if (steps[index] == step)
                return index;
        }

        return -1;
    }
}
