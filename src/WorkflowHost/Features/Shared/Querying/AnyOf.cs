using System.Linq.Expressions;

namespace WorkflowHost.Features.Shared.Querying;

/// <summary>Joins conditions by "or" so that the database still sees one condition.</summary>
public static class AnyOf
{
    /// <summary>Nothing passes when there is no condition.</summary>
    public static IQueryable<T> WhereAny<T>(this IQueryable<T> source, IEnumerable<Expression<Func<T, bool>>> conditions)
    {
        var row = Expression.Parameter(typeof(T), "row");
        Expression body = Expression.Constant(false);
        foreach (var condition in conditions)
            body = Expression.OrElse(body, new Renaming(condition.Parameters[0], row).Visit(condition.Body));
        return source.Where(Expression.Lambda<Func<T, bool>>(body, row));
    }

    private sealed class Renaming(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
