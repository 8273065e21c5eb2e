namespace WorkflowHost.Cases.Plans;

/// <summary>Which things of a list kept their order, so that only those that were moved are told.</summary>
internal static class StableOrder
{
    /// <summary>Indexes of a longest rising part, ascending.</summary>
    public static IReadOnlyList<int> Of(IReadOnlyList<int> places)
    {
        var length = new int[places.Count];
        var back = new int[places.Count];
        var end = -1;
        for (var i = 0; i < places.Count; i++)
        {
            back[i] = -1;
            for (var j = 0; j < i; j++)
            {
                if (places[j] < places[i] && length[j] >= length[i])
                    (length[i], back[i]) = (length[j] + 1, j);
            }

            if (end < 0 || length[i] >= length[end])
                end = i;
        }

        var kept = new List<int>();
        for (var at = end; at >= 0; at = back[at])
            kept.Add(at);
        kept.Reverse();
        return kept;
    }
}
