using WorkflowHost.Data;
using WorkflowHost.Delivery;
using WorkflowHost.Engine;

namespace WorkflowHost.Running;

/// <summary>The only way out of this machine for what workflows cause: the program sends, a trial writes down.</summary>
public interface IOutward
{
    /// <summary>Delivers a webhook row.</summary>
    Task<DeliveryVerdict> DeliverAsync(OutboxMessage message, CancellationToken ct);

    /// <summary>Makes the HTTP request a workflow asks for.</summary>
    Task<HttpAnswer> RequestAsync(SendHttp send, CancellationToken ct);
}
