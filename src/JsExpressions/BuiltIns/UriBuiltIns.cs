using System.Globalization;
using System.Text;
using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>encodeURIComponent and its kin.</summary>
internal static class UriBuiltIns
{
    private const string Marks = "-_.!~*'()";
    private const string Separators = ";/?:@&=+$,#";

    public static JsObject Install(JsObject target) => target
        .Function("encodeURIComponent", 1, (run, _, args) => Encode(run, Coercion.ToText(run, args.At(0)), Marks))
        .Function("encodeURI", 1, (run, _, args) => Encode(run, Coercion.ToText(run, args.At(0)), Marks + Separators))
        .Function("decodeURIComponent", 1, (run, _, args) => Decode(run, Coercion.ToText(run, args.At(0)), ""))
        .Function("decodeURI", 1, (run, _, args) => Decode(run, Coercion.ToText(run, args.At(0)), Separators))
        .Function("escape", 1, (run, _, args) => Escape(run, Coercion.ToText(run, args.At(0))))
        .Function("unescape", 1, (run, _, args) => Unescape(run, Coercion.ToText(run, args.At(0))));

    private static JsValue Encode(JsRun run, string text, string kept)
    {
        run.Budget.Text(text.Length * 3L);
        run.Budget.Steps(text.Length / 8);
        var result = new StringBuilder(text.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetterOrDigit(c) || kept.Contains(c))
            {
                result.Append(c);
                continue;
            }
            if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var used) != System.Buffers.OperationStatus.Done) throw JsErrors.Uri(run);
            i += used - 1;
            foreach (var b in bytes[..rune.EncodeToUtf8(bytes)]) result.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
        }
        return result.ToString();
    }

    private static JsValue Decode(JsRun run, string text, string kept)
    {
        run.Budget.Text(text.Length);
        run.Budget.Steps(text.Length / 8);
        var result = new StringBuilder(text.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                result.Append(text[i]);
                continue;
            }
            var start = i;
            var first = Octet(run, text, i);
            var length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
            for (var part = 0; part < length; part++) bytes[part] = Octet(run, text, start + part * 3);
            i = start + length * 3 - 1;
            if (Rune.DecodeFromUtf8(bytes[..length], out var rune, out var used) != System.Buffers.OperationStatus.Done || used != length) throw JsErrors.Uri(run);
            if (rune.IsAscii && kept.Contains((char)rune.Value)) result.Append(text, start, 3);
            else result.Append(rune.ToString());
        }
        return result.ToString();
    }

    private static byte Octet(JsRun run, string text, int at)
    {
        if (at + 2 < text.Length && text[at] == '%' && byte.TryParse(text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)) return value;
        throw JsErrors.Uri(run);
    }

    private static JsValue Escape(JsRun run, string text)
    {
        run.Budget.Text(text.Length * 6L);
        var result = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || "@*_+-./".Contains(c)) result.Append(c);
            else if (c < 256) result.Append('%').Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
            else result.Append("%u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
        }
        return result.ToString();
    }

    private static JsValue Unescape(JsRun run, string text)
    {
        run.Budget.Text(text.Length);
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%')
            {
                var (skip, digits) = i + 1 < text.Length && text[i + 1] == 'u' ? (2, 4) : (1, 2);
                if (i + skip + digits <= text.Length && ushort.TryParse(text.AsSpan(i + skip, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                {
                    result.Append((char)code);
                    i += skip + digits - 1;
                    continue;
                }
            }
            result.Append(text[i]);
        }
        return result.ToString();
    }
}
