using System.Net;
using System.Net.Sockets;

namespace WorkflowHost.Delivery;

/// <summary>
/// The one way out: resolves, refuses addresses that are not public unless allow-listed, and connects to the address
/// that was checked, so that a second answer of the name server changes nothing. No redirects, proxy or cookies.
/// </summary>
public static class GuardedHttp
{
    public static SocketsHttpHandler CreateHandler(DeliveryOptions options)
    {
        var allowed = options.AllowedNetworks.Select(text => IPNetwork.Parse(text)).ToArray();
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxConnectionsPerServer = 4,
            MaxResponseHeadersLength = 64,
            ConnectCallback = (context, ct) => ConnectAsync(context.DnsEndPoint, options, allowed, ct),
        };
    }

    /// <summary>Null when the address may be called, else why not: scheme, port and user part are checked before any connection.</summary>
    public static string? Refuse(Uri address, DeliveryOptions options)
    {
        if (address.Scheme != Uri.UriSchemeHttps && !(options.AllowPlainHttp && address.Scheme == Uri.UriSchemeHttp))
            return $"scheme '{address.Scheme}' is not allowed";
        if (address.UserInfo.Length > 0)
            return "an address must not carry a user name";
        return options.AllowedPorts.Contains(address.Port) || options.AllowedNetworks.Count > 0
            ? null
            : $"port {address.Port} is not allowed";
    }

    private static async ValueTask<Stream> ConnectAsync(
        DnsEndPoint target, DeliveryOptions options, IPNetwork[] allowed, CancellationToken ct)
    {
        var addresses = await Dns.GetHostAddressesAsync(target.Host, ct);
        var address = addresses.FirstOrDefault(a => MayConnect(a, target.Port, options, allowed))
            ?? throw new RefusedAddressException($"no address of '{target.Host}' may be called on port {target.Port}");
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, target.Port), ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // An allow-listed network is allowed on every port: the administrator named the machine, not a service.
    private static bool MayConnect(IPAddress address, int port, DeliveryOptions options, IPNetwork[] allowed) =>
        allowed.Any(network => network.Contains(address))
        || (PublicAddress.Allows(address) && options.AllowedPorts.Contains(port));
}
