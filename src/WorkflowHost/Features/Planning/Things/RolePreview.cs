using WorkflowHost.Features.Shared.Layout;

namespace WorkflowHost.Features.Planning.Things;

/// <summary>What somebody who has only this role would find.</summary>
/// <param name="Rooms">Rooms of the bar.</param>
/// <param name="Starts">Titles of the forms they may start.</param>
/// <param name="Tasks">Steps whose tasks come to them, with their process.</param>
/// <param name="Hidden">Steps of the role whose form is more delicate than it may read: nobody of the role could open them.</param>
public sealed record RolePreview(
    IReadOnlyList<Room> Rooms, IReadOnlyList<string> Starts, IReadOnlyList<RoleStep> Tasks, IReadOnlyList<RoleStep> Hidden);

/// <param name="Address">Page of the process.</param>
public sealed record RoleStep(string Step, string Process, string Address);
