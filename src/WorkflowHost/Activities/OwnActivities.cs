using WorkflowHost.Engine;

namespace WorkflowHost.Activities;

/// <summary>The activities this program adds to Elsa's.</summary>
public static class OwnActivities
{
    public static IReadOnlyList<ActivityType> All { get; } =
    [
        new FormReceived(), new FormTask(),
        new CreateCase(), new UpdateCase(), new GetCase(), new FindCase(), new LinkCases(), new FindLinkedCases(),
        new RecordFact(),
        new ReservePlace(), new OccupyPlace(), new ReleasePlace(), new SetSiteState(),
        new Refer(), new EmitEvent(),
    ];
}
