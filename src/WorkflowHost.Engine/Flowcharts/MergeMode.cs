namespace WorkflowHost.Engine.Flowcharts;

/// <summary>When a node with several arrows into it starts, in token mode (elsa-semantics 2.7).</summary>
internal enum MergeMode
{
    Stream,
    Merge,
    Converge,
    Cascade,
    Race,

    /// <summary>A FlowJoin: its Mode input decides when it is reached.</summary>
    Join,
}

internal static class MergeModeNames
{
    public static MergeMode Read(ActivityNode node)
    {
        if (node.TypeName == "Elsa.FlowJoin")
            return MergeMode.Join;
        return node.CustomProperty("mergeMode")?.ToString().ToLowerInvariant() switch
        {
            "merge" => MergeMode.Merge,
            "converge" => MergeMode.Converge,
            "cascade" => MergeMode.Cascade,
            "race" => MergeMode.Race,
            _ => MergeMode.Stream,
        };
    }

    /// <summary>Mode of a FlowJoin; WaitAny unless the definition says otherwise.</summary>
    public static string JoinMode(ActivityNode join, ActivityContext flowchart) =>
        flowchart.Burst.Conversion.Convert(join.FindInput("Mode")?.Evaluate(flowchart), Values.ElsaType.String) as string ?? "WaitAny";
}
