using System.Net;
using System.Net.Sockets;

namespace WorkflowHost.Delivery;

/// <summary>
/// The one way out: resolves, refuses addresses that are not public unless allow-listed, and connects to the address
/// that was checked, so that a second answer of the name server changes nothing. No proxy, no cookies; redirects are new
/// requests that are checked like the first.
/// </summary>
public static class GuardedHttp
{
    public static SocketsHttpHandler CreateHandler(DeliveryOptions options)
    {
        var allowed = Allowed(options);
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // Lanes bound what goes to one receiver; several receivers may share a server.
            MaxConnectionsPerServer = 64,
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
        return options.AllowedPorts.Contains(address.Port) || Allowed(options).Any(target => target.Port == address.Port)
            ? null
            : $"port {address.Port} is not allowed";
    }

    private static async ValueTask<Stream> ConnectAsync(
        DnsEndPoint target, DeliveryOptions options, AllowedTarget[] allowed, CancellationToken ct)
    {
        var addresses = await ResolveAsync(target.Host.TrimEnd('.'), ct);
        var address = addresses.FirstOrDefault(a => MayConnect(target.Host, a, target.Port, options, allowed))
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

    // The resolver throws at addresses such as 0.0.0.0 instead of leaving the judgement to us.
    private static async Task<IPAddress[]> ResolveAsync(string host, CancellationToken ct) =>
        IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, ct);

    private static bool MayConnect(
        string host, IPAddress address, int port, DeliveryOptions options, AllowedTarget[] allowed) =>
        allowed.Any(target => target.Allows(host, address, port))
        || (PublicAddress.Allows(address) && options.AllowedPorts.Contains(port));

    private static AllowedTarget[] Allowed(DeliveryOptions options) =>
        [.. options.AllowedNetworks.Select(AllowedTarget.Parse).OfType<AllowedTarget>()];
}
