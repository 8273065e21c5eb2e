using System.ComponentModel.DataAnnotations;

namespace WorkflowHost.Delivery;

/// <summary>Section <c>Delivery</c>: what may come in by webhook and where requests may go out to.</summary>
public sealed class DeliveryOptions
{
    public const string Section = "Delivery";

    /// <summary>
    /// Machines and networks, each with its port, that outgoing requests may reach although they are not public; see
    /// <see cref="AllowedTarget"/>. An entry without a port keeps the program from starting.
    /// </summary>
    public IList<string> AllowedNetworks { get; init; } = [];

    /// <summary>Ports that outgoing requests to public addresses may use.</summary>
    public IList<int> AllowedPorts { get; init; } = [443];

    /// <summary>Whether <c>http://</c> addresses may be called.</summary>
    public bool AllowPlainHttp { get; init; }

    [Range(1, 300)] public int TimeoutInSeconds { get; init; } = 30;

    [Range(1024, 64 * 1024 * 1024)] public int MaxResponseSizeInBytes { get; init; } = 5 * 1024 * 1024;

    [Range(1024, 64 * 1024 * 1024)] public int MaxInboundSizeInBytes { get; init; } = 1024 * 1024;

    /// <summary>How far a sender's clock may be off, both ways; Standard Webhooks' reference libraries use 300 s.</summary>
    [Range(1, 3600)] public int ToleranceInSeconds { get; init; } = 300;
}
