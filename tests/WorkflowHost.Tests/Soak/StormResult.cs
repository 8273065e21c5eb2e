namespace WorkflowHost.Tests.Soak;

/// <summary>What a storm came to.</summary>
/// <param name="Unanswered">Submissions that had to be sent again.</param>
/// <param name="Deliveries">Requests the receiver heard; those above the number of instances are repetitions after a kill.</param>
/// <param name="Mistakes">Broken promises, empty when all were kept.</param>
internal sealed record StormResult(int Kills, int Acknowledged, int Unanswered, int Deliveries, IReadOnlyList<string> Mistakes)
{
    public override string ToString() =>
        $"{Kills} kills, {Acknowledged} submissions acknowledged, {Unanswered} sent again, {Deliveries} deliveries heard: "
        + (Mistakes.Count == 0 ? "every promise kept" : string.Join("; ", Mistakes));
}
