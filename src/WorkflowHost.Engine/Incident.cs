namespace WorkflowHost.Engine;

/// <summary>An error that escaped an activity (elsa-semantics 2.11). The instance keeps it; a person sees it and retries.</summary>
/// <param name="ActivityId">Id of the activity in the definition.</param>
/// <param name="ActivityNodeId">Colon-joined path of the activity.</param>
/// <param name="ActivityType">Type name of the activity.</param>
/// <param name="ActivityInstanceId">Record to name in <see cref="RetryActivity"/>.</param>
/// <param name="Message">Text for people.</param>
/// <param name="Exception">Class and cause, or null.</param>
/// <param name="Timestamp">Time of the burst.</param>
public sealed record Incident(
    string ActivityId,
    string ActivityNodeId,
    string ActivityType,
    string ActivityInstanceId,
    string Message,
    IncidentException? Exception,
    DateTimeOffset Timestamp);

/// <summary>The error behind an incident as data; stack traces are never kept.</summary>
/// <param name="Type">Class: Fault, JavaScriptError, JavaScriptSyntaxError, TypeConversionError, JsonError, or an exception name.</param>
/// <param name="Message">What went wrong.</param>
/// <param name="InnerException">The cause, or null.</param>
public sealed record IncidentException(string Type, string Message, IncidentException? InnerException = null);
