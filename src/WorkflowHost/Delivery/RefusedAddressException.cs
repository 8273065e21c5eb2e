namespace WorkflowHost.Delivery;

/// <summary>An outgoing request wanted to reach an address that is neither public nor allow-listed.</summary>
public sealed class RefusedAddressException : IOException
{
    public RefusedAddressException()
    {
    }

    public RefusedAddressException(string message)
        : base(message)
    {
    }

    public RefusedAddressException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
