using System.Net;
using System.Net.Sockets;

namespace WorkflowHost.Delivery;

/// <summary>Which addresses an outgoing request may reach: global unicast only.</summary>
public static class PublicAddress
{
    private static readonly IPNetwork[] Refused =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"), IPNetwork.Parse("192.0.2.0/24"), IPNetwork.Parse("192.88.99.0/24"),
        IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("198.18.0.0/15"), IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("224.0.0.0/4"), IPNetwork.Parse("240.0.0.0/4"),
    ];

    private static readonly IPNetwork GlobalUnicastV6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Documentation = IPNetwork.Parse("2001:db8::/32");
    private static readonly IPNetwork NewDocumentation = IPNetwork.Parse("3fff::/20");

    // Teredo, benchmarking, ORCHID and other assignments that are no places to call.
    private static readonly IPNetwork ProtocolAssignments = IPNetwork.Parse("2001::/23");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>True when the address, or the IPv4 address it carries inside, is reachable from the whole internet.</summary>
    public static bool Allows(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return !Refused.Any(network => network.Contains(address));
        if (address.IsIPv4MappedToIPv6)
            return Allows(address.MapToIPv4());
        if (Nat64.Contains(address))
            return Allows(new IPAddress(address.GetAddressBytes().AsSpan(12, 4)));
        if (SixToFour.Contains(address))
            return Allows(new IPAddress(address.GetAddressBytes().AsSpan(2, 4)));
        return GlobalUnicastV6.Contains(address) && !Documentation.Contains(address)
            && !NewDocumentation.Contains(address) && !ProtocolAssignments.Contains(address);
    }
}
