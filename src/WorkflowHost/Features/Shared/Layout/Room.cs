namespace WorkflowHost.Features.Shared.Layout;

/// <param name="Title">Key of the text.</param>
/// <param name="AnyOf">Permissions; whoever has none of them does not see the room. The endpoints behind check again.</param>
public sealed record Room(string Address, string Title, string Icon, params IReadOnlyList<string> AnyOf)
{
    /// <summary>Rooms behind this one, which then has one place in the bar and a bar of its own.</summary>
    public IReadOnlyList<Room> Inside { get; init; } = [];

    /// <summary>Whether a page belongs to this room; the front door only holds itself and the tasks.</summary>
    public bool Holds(PathString page) => Inside.Count > 0
        ? Inside.Any(room => room.Holds(page))
        : Address == "/" ? page == "/" || page.StartsWithSegments("/tasks") : page.StartsWithSegments(Address);
}
