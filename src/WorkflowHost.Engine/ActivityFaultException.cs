namespace WorkflowHost.Engine;

/// <summary>An activity ends with an error that people should read; it becomes an incident.</summary>
public sealed class ActivityFaultException : Exception
{
    /// <summary>Class of the incident, see <see cref="IncidentException.Type"/>.</summary>
    public string Code { get; } = "Fault";

    /// <summary>For serialisers; says nothing.</summary>
    public ActivityFaultException()
    {
    }

    /// <summary>With a message and the class Fault.</summary>
    public ActivityFaultException(string message)
        : base(message)
    {
    }

    /// <summary>With a message, a cause, and the class Fault.</summary>
    public ActivityFaultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>With a class and a message.</summary>
    public ActivityFaultException(string code, string message)
        : base(message) => Code = code;

    /// <summary>With a class, a message and a cause.</summary>
    public ActivityFaultException(string code, string message, Exception? innerException)
        : base(message, innerException) => Code = code;
}
