namespace WorkflowHost.Engine.Running;

/// <summary>Something a record tells itself and all records above it (elsa-semantics 2.3).</summary>
internal abstract record Signal(ActivityContext Sender);

/// <summary>The sender was cancelled.</summary>
internal sealed record CancelSignal(ActivityContext Sender) : Signal(Sender);

/// <summary>A Break was reached.</summary>
internal sealed record BreakSignal(ActivityContext Sender) : Signal(Sender);

/// <summary>A Complete was reached; the nearest composite ends with these outcomes.</summary>
internal sealed record CompleteCompositeSignal(ActivityContext Sender, IReadOnlyList<string>? Outcomes) : Signal(Sender);
