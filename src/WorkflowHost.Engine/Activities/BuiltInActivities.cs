namespace WorkflowHost.Engine.Activities;

/// <summary>The activities every Elsa 3.8 server has (elsa-semantics 6), as far as the engine runs them.</summary>
internal static class BuiltInActivities
{
    public static IEnumerable<ActivityType> All() =>
    [
        new WorkflowActivity(),
        NotFoundActivity.Instance,
    ];
}
