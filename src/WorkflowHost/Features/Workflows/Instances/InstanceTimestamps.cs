using System.Linq.Expressions;
using WorkflowHost.Data;

namespace WorkflowHost.Features.Workflows.Instances;

/// <summary>Conditions such as <c>CreatedAt GreaterThanOrEqual …</c>, built for the database.</summary>
public static class InstanceTimestamps
{
    public static IQueryable<StoredInstance> Compare(
        IQueryable<StoredInstance> rows, string? column, string? comparison, DateTimeOffset at)
    {
        var name = column?.ToLowerInvariant() switch
        {
            "createdat" => nameof(StoredInstance.CreatedAt),
            "updatedat" => nameof(StoredInstance.UpdatedAt),
            "finishedat" => nameof(StoredInstance.FinishedAt),
            _ => null,
        };
        if (name is null)
            return rows;

        var row = Expression.Parameter(typeof(StoredInstance));
        var member = Expression.Property(row, name);
        var value = Expression.Constant(at, member.Type);
        Expression? condition = comparison switch
        {
            "Is" => Expression.Equal(member, value),
            "IsNot" => Expression.NotEqual(member, value),
            "LessThan" => Expression.LessThan(member, value),
            "GreaterThan" => Expression.GreaterThan(member, value),
            "LessThanOrEqual" => Expression.LessThanOrEqual(member, value),
            "GreaterThanOrEqual" => Expression.GreaterThanOrEqual(member, value),
            _ => null,
        };
        return condition is null ? rows : rows.Where(Expression.Lambda<Func<StoredInstance, bool>>(condition, row));
    }
}
