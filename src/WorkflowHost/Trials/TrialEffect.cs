namespace WorkflowHost.Trials;

/// <summary>Something that would have left this machine.</summary>
/// <param name="At">By the trial's clock.</param>
/// <param name="IsEvent">True: an event for subscribers; false: an HTTP request.</param>
/// <param name="Name">Event type, or method and address.</param>
/// <param name="Receivers">Who would have got it; an event nobody subscribed to has none.</param>
/// <param name="Body">What would have been sent; null when nothing but the request line.</param>
/// <param name="InstanceId">The workflow that caused it.</param>
public sealed record TrialEffect(
    DateTimeOffset At, bool IsEvent, string Name, IReadOnlyList<string> Receivers, string? Body, string? InstanceId);
