namespace WorkflowHost.Features.Sites;

/// <summary>A site on the board.</summary>
/// <param name="StateKey">Key of the text for its state.</param>
public sealed record SiteCard(string Key, string Title, string? Address, string StateKey, bool IsOpen, IReadOnlyList<SegmentLine> Segments)
{
    public int Capacity => Segments.Sum(line => line.Capacity);

    public int Taken => Segments.Sum(line => line.Taken);

    public int Free => Segments.Sum(line => line.Free);
}

/// <summary>The places of one segment at a site.</summary>
public sealed record SegmentLine(string Title, int Capacity, int Taken, int Free)
{
    /// <summary>Length of the bar in percent; full when people were placed above a lowered capacity.</summary>
    public int Percent => Capacity == 0 ? (Taken > 0 ? 100 : 0) : Math.Min(100, Taken * 100 / Capacity);

    /// <summary>Colour of the bar.</summary>
    public string Level => Percent >= 100 ? "full" : Percent >= 85 ? "near" : "";
}
