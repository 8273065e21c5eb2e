namespace WorkflowHost.Features.Sites;

/// <summary>All sites of the person with their free places, open ones first, and the sums over the open ones.</summary>
public sealed record BoardPage(IReadOnlyList<SiteCard> Sites, IReadOnlyList<SegmentLine> Totals)
{
    public int Capacity => Totals.Sum(line => line.Capacity);

    public int Taken => Totals.Sum(line => line.Taken);

    public int Free => Totals.Sum(line => line.Free);

    public int OpenSites => Sites.Count(site => site.IsOpen);
}
