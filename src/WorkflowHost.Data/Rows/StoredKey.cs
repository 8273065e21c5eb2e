using WorkflowHost.Cases;

namespace WorkflowHost.Data;

/// <summary>A key of ASP.NET Data Protection, so that replicas share them.</summary>
public sealed class StoredKey
{
    public Guid Id { get; init; } = OrderedId.Next();

    public required string FriendlyName { get; init; }

    public required string Xml { get; init; }
}
