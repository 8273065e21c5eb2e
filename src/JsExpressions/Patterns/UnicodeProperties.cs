using System.Collections.Concurrent;
using System.Globalization;

namespace JsExpressions.Patterns;

/// <summary>What <c>\p{…}</c> names: general categories, a few binary properties, and the scripts of this project's people.</summary>
internal static class UnicodeProperties
{
    private static readonly string[] Categories =
    [
        "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Pc", "Pd",
        "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Cn",
    ];

    private static readonly Dictionary<string, string> LongNames = new()
    {
        ["Letter"] = "L", ["Uppercase_Letter"] = "Lu", ["Lowercase_Letter"] = "Ll", ["Titlecase_Letter"] = "Lt", ["Modifier_Letter"] = "Lm",
        ["Other_Letter"] = "Lo", ["Mark"] = "M", ["Nonspacing_Mark"] = "Mn", ["Spacing_Mark"] = "Mc", ["Enclosing_Mark"] = "Me",
        ["Number"] = "N", ["Decimal_Number"] = "Nd", ["digit"] = "Nd", ["Letter_Number"] = "Nl", ["Other_Number"] = "No", ["Punctuation"] = "P",
        ["punct"] = "P", ["Connector_Punctuation"] = "Pc", ["Dash_Punctuation"] = "Pd", ["Open_Punctuation"] = "Ps", ["Close_Punctuation"] = "Pe",
        ["Initial_Punctuation"] = "Pi", ["Final_Punctuation"] = "Pf", ["Other_Punctuation"] = "Po", ["Symbol"] = "S", ["Math_Symbol"] = "Sm",
        ["Currency_Symbol"] = "Sc", ["Modifier_Symbol"] = "Sk", ["Other_Symbol"] = "So", ["Separator"] = "Z", ["Space_Separator"] = "Zs",
        ["Line_Separator"] = "Zl", ["Paragraph_Separator"] = "Zp", ["Other"] = "C", ["Control"] = "Cc", ["Format"] = "Cf", ["Surrogate"] = "Cs",
        ["Private_Use"] = "Co", ["Unassigned"] = "Cn",
    };

    private static readonly Dictionary<string, (int, int)[]> Named = new()
    {
        ["Any"] = [(0, CodePointSet.Max)],
        ["ASCII"] = [(0, 127)],
        ["ASCII_Hex_Digit"] = [('0', '9'), ('A', 'F'), ('a', 'f')],
        ["Script=Latin"] =
        [
            ('A', 'Z'), ('a', 'z'), (0xAA, 0xAA), (0xBA, 0xBA), (0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0x2B8), (0x2E0, 0x2E4), (0x1D00, 0x1D25),
            (0x1D2C, 0x1D5C), (0x1D62, 0x1D65), (0x1D6B, 0x1D77), (0x1D79, 0x1DBE), (0x1E00, 0x1EFF), (0x2071, 0x2071), (0x207F, 0x207F),
            (0x2090, 0x209C), (0x212A, 0x212B), (0x2132, 0x2132), (0x214E, 0x214E), (0x2160, 0x2188), (0x2C60, 0x2C7F), (0xA722, 0xA787),
            (0xA78B, 0xA7CA), (0xA7F2, 0xA7FF), (0xAB30, 0xAB5A), (0xAB5C, 0xAB64), (0xFB00, 0xFB06), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A),
        ],
        ["Script=Greek"] =
        [
            (0x370, 0x373), (0x375, 0x377), (0x37A, 0x37D), (0x37F, 0x37F), (0x384, 0x384), (0x386, 0x386), (0x388, 0x38A), (0x38C, 0x38C),
            (0x38E, 0x3A1), (0x3A3, 0x3E1), (0x3F0, 0x3FF), (0x1F00, 0x1FFE),
        ],
        ["Script=Cyrillic"] = [(0x400, 0x484), (0x487, 0x52F), (0x1C80, 0x1C88), (0x1D2B, 0x1D2B), (0x1D78, 0x1D78), (0x2DE0, 0x2DFF), (0xA640, 0xA69F)],
        ["Script=Han"] = [(0x2E80, 0x2E99), (0x2E9B, 0x2EF3), (0x2F00, 0x2FD5), (0x3005, 0x3005), (0x3007, 0x3007), (0x3021, 0x3029), (0x3038, 0x303B), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFA6D), (0xFA70, 0xFAD9), (0x20000, 0x2A6DF), (0x2A700, 0x2EBE0), (0x2F800, 0x2FA1D), (0x30000, 0x323AF)],
        ["Script=Hiragana"] = [(0x3041, 0x3096), (0x309D, 0x309F)],
        ["Script=Katakana"] = [(0x30A1, 0x30FA), (0x30FD, 0x30FF), (0x31F0, 0x31FF), (0x32D0, 0x32FE), (0x3300, 0x3357), (0xFF66, 0xFF6F), (0xFF71, 0xFF9D)],
        ["Script=Arabic"] = [(0x600, 0x604), (0x606, 0x60B), (0x60D, 0x61A), (0x61C, 0x61E), (0x620, 0x63F), (0x641, 0x64A), (0x656, 0x66F), (0x671, 0x6DC), (0x6DE, 0x6FF), (0x750, 0x77F)],
        ["Script=Hebrew"] = [(0x591, 0x5C7), (0x5D0, 0x5EA), (0x5EF, 0x5F4), (0xFB1D, 0xFB4F)],
    };

    private static readonly ConcurrentDictionary<string, CodePointSet> ByCategory = new();

    /// <summary>The set a name stands for, or null when it is not known here.</summary>
    public static CodePointSet? Find(string name)
    {
        var split = name.Split('=');
        if (split is ["General_Category" or "gc", var category]) return Category(category);
        if (split is ["Script" or "sc" or "Script_Extensions" or "scx", var script]) return Named.TryGetValue("Script=" + script, out var ranges) ? new CodePointSet(ranges) : null;
        if (Named.TryGetValue(name, out var known)) return new CodePointSet(known);
        return name switch
        {
            "White_Space" or "space" => CodePointSet.White,
            "Alphabetic" or "Alpha" => Union("L", "Nl", "Mn", "Mc"),
            "Uppercase" or "Upper" => Category("Lu"),
            "Lowercase" or "Lower" => Category("Ll"),
            "ID_Start" or "XID_Start" => Union("L", "Nl"),
            "ID_Continue" or "XID_Continue" => Union("L", "Nl", "Mn", "Mc", "Nd", "Pc"),
            _ => Category(name),
        };
    }

    private static CodePointSet Union(params string[] names)
    {
        var result = new CodePointSet();
        foreach (var name in names) result.Add(Category(name)!); // all of them are categories
        return result;
    }

    private static CodePointSet? Category(string name)
    {
        if (LongNames.TryGetValue(name, out var shortName)) name = shortName;
        if (name == "LC") return Union("Lu", "Ll", "Lt");
        if (!Array.Exists(Categories, category => category == name || (name.Length == 1 && category[0] == name[0]))) return null;
        return ByCategory.GetOrAdd(name, Scan);
    }

    private static CodePointSet Scan(string name)
    {
        var result = new CodePointSet();
        var start = -1;
        for (var c = 0; c <= CodePointSet.Max + 1; c++)
        {
            var inside = c <= CodePointSet.Max && Categories[(int)CharUnicodeInfo.GetUnicodeCategory(c)].StartsWith(name, StringComparison.Ordinal);
            if (inside && start < 0) start = c;
            if (inside || start < 0) continue;
            result.Add(start, c - 1);
            start = -1;
        }
        return result;
    }
}
