namespace WorkflowHost.Engine.Versions;

/// <summary>A step at which an instance stands, and what stands for it in the other version.</summary>
/// <param name="ActivityInstanceId">The open record.</param>
/// <param name="From">The step of the version it runs on.</param>
/// <param name="To">The step of the other version; null when there is none.</param>
/// <param name="BookmarkId">Where it waits; null when it does not wait but failed.</param>
/// <param name="IsFaulted">It failed and waits for a retry.</param>
public sealed record MoveWait(string ActivityInstanceId, ActivityNode From, ActivityNode? To, string? BookmarkId, bool IsFaulted)
{
    /// <summary>True when the other version calls the step the same.</summary>
    public bool Stays => To?.Id == From.Id;
}
