using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace JsExpressions.Regex;

/// <summary>A pattern translated to .NET's dialect, shared by all runs.</summary>
internal sealed class CompiledRegex
{
    private const int MaxCached = 1000;

    private static readonly ConcurrentDictionary<(string, string), CompiledRegex> Cache = new();

    private CompiledRegex(string pattern, string flags)
    {
        Pattern = pattern;
        Flags = flags;
        var options = RegexOptions.CultureInvariant;
        if (flags.Contains('i')) options |= RegexOptions.IgnoreCase;
        if (flags.Contains('m')) options |= RegexOptions.Multiline;
        if (flags.Contains('s')) options |= RegexOptions.Singleline;
        Inner = new System.Text.RegularExpressions.Regex(pattern, options, TimeSpan.FromMilliseconds(250));
    }

    public string Pattern { get; }

    public string Flags { get; }

    public System.Text.RegularExpressions.Regex Inner { get; }

    public static CompiledRegex Get(string pattern, string flags)
    {
        if (Cache.TryGetValue((pattern, flags), out var known)) return known;
        var compiled = new CompiledRegex(pattern, flags);
        if (Cache.Count >= MaxCached) Cache.Clear();
        return Cache.GetOrAdd((pattern, flags), compiled);
    }
}
