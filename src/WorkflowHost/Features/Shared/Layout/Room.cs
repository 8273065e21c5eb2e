namespace WorkflowHost.Features.Shared.Layout;

/// <param name="Title">Key of the text.</param>
/// <param name="Permission">Whoever lacks it does not see the room; the endpoints behind check it again.</param>
public sealed record Room(string Address, string Title, string Icon, string Permission)
{
    /// <summary>Whether a page belongs to this room; the front door only holds itself and the tasks.</summary>
    public bool Holds(PathString page) =>
        Address == "/" ? page == "/" || page.StartsWithSegments("/tasks") : page.StartsWithSegments(Address);
}
