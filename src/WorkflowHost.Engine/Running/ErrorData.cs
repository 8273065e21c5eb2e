namespace WorkflowHost.Engine.Running;

/// <summary>An exception as data for incidents and records.</summary>
internal static class ErrorData
{
    public static IncidentException Of(Exception error) => new(
        Class(error),
        error.Message,
        error.InnerException is { } inner ? Of(inner) : null);

    /// <summary>Failures of the machine or the store: they end the burst, nothing is stored, the host tries again.</summary>
    public static bool IsHostFailure(Exception error) => error
        is OperationCanceledException or OutOfMemoryException or IOException or System.Data.Common.DbException;

    private static string Class(Exception error) => error switch
    {
        ActivityFaultException fault => fault.Code,
        InputEvaluationException => "InputEvaluationException",
        _ => error.GetType().Name,
    };
}
