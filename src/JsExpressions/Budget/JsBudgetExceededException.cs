namespace JsExpressions;

/// <summary>
/// The budget of the host operation is spent. Script code cannot catch it: <c>try</c>/<c>catch</c>/<c>finally</c> of the
/// script do not run. The host treats it as the failure of the whole operation.
/// </summary>
public sealed class JsBudgetExceededException : Exception
{
    /// <summary>Names the limit that was reached, for example <c>MaxSteps</c>.</summary>
    public JsBudgetExceededException(string limit, string message) : base(message) => Limit = limit;

    /// <summary>The name of the <see cref="ExpressionLimits"/> member that was reached.</summary>
    public string Limit { get; }
}
