using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace WorkflowHost.Delivery;

/// <summary>Why a message is taken for genuine, or not. Callers tell the sender no more than that it was refused.</summary>
public enum InboundVerdict
{
    Genuine,

    /// <summary>A header is absent, repeated, or not of its form.</summary>
    Malformed,

    /// <summary>Signed too long ago, or by a clock too far ahead.</summary>
    Stale,

    WrongSignature,
}

/// <summary>Judges the three headers of Standard Webhooks against the body as it was received, byte for byte.</summary>
public static class InboundVerification
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";
    private const int MaxIdLength = 256;
    private const int MaxTimestampLength = 12;

    public static InboundVerdict Check(
        IHeaderDictionary headers,
        ReadOnlySpan<byte> body,
        IReadOnlyList<string> secrets,
        DateTimeOffset now,
        TimeSpan tolerance,
        out string id)
    {
        id = "";
        if (headers[IdHeader] is not [{ Length: > 0 and <= MaxIdLength } givenId]
            || headers[TimestampHeader] is not [{ Length: > 0 and <= MaxTimestampLength } givenTime]
            || headers[SignatureHeader] is not [{ Length: > 0 } signatures]
            || !givenId.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
            || !givenTime.All(char.IsAsciiDigit))
            return InboundVerdict.Malformed;
        id = givenId;
        var timestamp = long.Parse(givenTime, CultureInfo.InvariantCulture);
        if (Math.Abs(now.ToUnixTimeSeconds() - timestamp) > (long)tolerance.TotalSeconds)
            return InboundVerdict.Stale;
        return WebhookSignature.Verify(secrets, id, timestamp, body, signatures)
            ? InboundVerdict.Genuine
            : InboundVerdict.WrongSignature;
    }
}
