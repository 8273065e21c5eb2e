using WorkflowHost.Cases.Sites;

namespace WorkflowHost.Data.Sql;

/// <summary>Statements over sites, pools and stays.</summary>
internal sealed class PlaceStatements(WorkSchema schema)
{
    public Statement Sites { get; } = schema.Sites.Select("");

    public Statement Pools { get; } = schema.Pools.Select("");

    public Statement HoldingStay { get; } = schema.Stays.Select(
        "WHERE case_id = $1 AND state IN ('reserved', 'occupied')", nameof(Stay.CaseId));

    /// <summary>The guard that keeps a place from being sold twice: no row when there is not enough room any more.</summary>
    public Statement Take { get; } = new(
        "UPDATE capacity_pools SET taken = taken + $1 WHERE id = $2 AND taken + $3 <= capacity",
        schema.Pools[nameof(CapacityPool.Taken)],
        schema.Pools[nameof(CapacityPool.Id)],
        schema.Pools[nameof(CapacityPool.Taken)]);

    public Statement GiveBack { get; } = new(
        "UPDATE capacity_pools SET taken = taken + $1 WHERE id = $2",
        schema.Pools[nameof(CapacityPool.Taken)],
        schema.Pools[nameof(CapacityPool.Id)]);

    public Statement Resize { get; } = schema.Pools.Update(
        [nameof(CapacityPool.Capacity)], "id = $2", nameof(CapacityPool.Id));

    public Statement UpdateStay { get; } = schema.Stays.Update(
        [nameof(Stay.State), nameof(Stay.OccupiedAt), nameof(Stay.LeftAt), nameof(Stay.LeftReason)],
        "id = $5 AND state = $6",
        nameof(Stay.Id),
        nameof(Stay.State));

    public Statement UpdateSite { get; } = schema.Sites.Update(
        [
            nameof(SiteRecord.State), nameof(SiteRecord.OpenedAt), nameof(SiteRecord.ClosedAt),
            nameof(SiteRecord.UpdatedAt), nameof(SiteRecord.Revision),
        ],
        "key = $6 AND revision = $7",
        nameof(SiteRecord.Key),
        nameof(SiteRecord.Revision));
}
