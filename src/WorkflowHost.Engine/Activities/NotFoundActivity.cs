namespace WorkflowHost.Engine.Activities;

/// <summary>Stands for a type this host does not know: the definition loads and round-trips, reaching it faults (elsa-semantics 1.2).</summary>
internal sealed class NotFoundActivity : ActivityType
{
    public static readonly NotFoundActivity Instance = new();

    public override ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.NotFoundActivity",
        Namespace = "Elsa",
        Name = "NotFoundActivity",
        Category = "System",
        DisplayName = "Not Found Activity",
        Description = "A placeholder activity that will be used in case a workflow definition references an activity type that cannot be found.",
        IsBrowsable = false,
    };

    public override void Execute(ActivityContext context) => throw new ActivityFaultException(
        "ActivityNotFoundException",
        $"Activity type '{context.Node.TypeName}' with version {context.Node.TypeVersion} could not be found");
}
