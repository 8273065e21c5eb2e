using System.Globalization;
using System.Net;

namespace WorkflowHost.Delivery;

/// <summary>
/// A machine or network that outgoing requests may reach although it is not public, on one port:
/// <c>10.20.0.0/16:8443</c>, <c>[fd00::/8]:443</c>, <c>10.0.0.5:443</c> or <c>hl7.example:8443</c>.
/// </summary>
public sealed record AllowedTarget
{
    private AllowedTarget(string? host, IPNetwork? network, int port)
    {
        Host = host;
        Network = network;
        Port = port;
    }

    /// <summary>Exact name; null when it is a network.</summary>
    public string? Host { get; }

    /// <summary>Null when it is a name.</summary>
    public IPNetwork? Network { get; }

    public int Port { get; }

    /// <summary>Reads one entry of the setting; null when it is none, above all when it names no port.</summary>
    public static AllowedTarget? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.LastIndexOf(':');
        if (colon < 1 || !int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            || port is < 1 or > 65535)
            return null;
        var place = text[..colon];
        var isBracketed = place.StartsWith('[') && place.EndsWith(']');
        if (isBracketed)
            place = place[1..^1];
        else if (place.Contains(':', StringComparison.Ordinal))
            return null;
        if (IPNetwork.TryParse(place, out var network))
            return new AllowedTarget(null, network, port);
        if (IPAddress.TryParse(place, out var address))
            return new AllowedTarget(null, new IPNetwork(address, address.GetAddressBytes().Length * 8), port);
        return !isBracketed && Uri.CheckHostName(place) == UriHostNameType.Dns ? new AllowedTarget(place, null, port) : null;
    }

    /// <summary>Whether it allows a connection to that address, found under that name.</summary>
    public bool Allows(string host, IPAddress address, int port)
    {
        ArgumentNullException.ThrowIfNull(address);
        return port == Port
            && (Network is { } network
                ? network.Contains(address) || (address.IsIPv4MappedToIPv6 && network.Contains(address.MapToIPv4()))
                : string.Equals(Host, host.TrimEnd('.'), StringComparison.OrdinalIgnoreCase));
    }
}
