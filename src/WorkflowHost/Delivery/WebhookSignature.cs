using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WorkflowHost.Delivery;

/// <summary>Standard Webhooks 1.0.0, scheme <c>v1</c>: HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
public static class WebhookSignature
{
    private const string SecretPrefix = "whsec_";
    private const string Version = "v1";

    /// <summary>A fresh secret of 32 random bytes, written as <c>whsec_</c> + base64.</summary>
    public static string NewSecret() => SecretPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>The <c>webhook-signature</c> value: one entry per secret, so that a rotation can overlap.</summary>
    public static string Sign(IEnumerable<string> secrets, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        var entries = new List<string>();
        foreach (var secret in secrets)
            entries.Add($"{Version},{Convert.ToBase64String(Compute(Key(secret), id, timestamp, body))}");
        return string.Join(' ', entries);
    }

    /// <summary>
    /// True when any entry matches any secret. Unknown versions and malformed entries are passed over, and every pair
    /// is compared whatever was found before, so that the time taken tells nothing.
    /// </summary>
    public static bool Verify(
        IEnumerable<string> secrets, string id, long timestamp, ReadOnlySpan<byte> body, string signatures)
    {
        var given = Entries(signatures);
        var matched = false;
        foreach (var secret in secrets)
        {
            var expected = Compute(Key(secret), id, timestamp, body);
            foreach (var entry in given)
                matched |= CryptographicOperations.FixedTimeEquals(expected, entry);
        }

        return matched;
    }

    private static List<byte[]> Entries(string signatures)
    {
        var found = new List<byte[]>();
        foreach (var entry in signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var comma = entry.IndexOf(',', StringComparison.Ordinal);
            if (comma < 0 || !entry.AsSpan(0, comma).SequenceEqual(Version))
                continue;
            var bytes = new byte[entry.Length];
            if (Convert.TryFromBase64String(entry[(comma + 1)..], bytes, out var length))
                found.Add(bytes[..length]);
        }

        return found;
    }

    private static byte[] Key(string secret) => Convert.FromBase64String(
        secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? secret[SecretPrefix.Length..] : secret);

    private static byte[] Compute(byte[] key, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")));
        hmac.AppendData(body);
        return hmac.GetHashAndReset();
    }
}
