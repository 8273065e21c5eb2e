using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace JsExpressions.Patterns;

/// <summary>A pattern translated to .NET's dialect, shared by all runs.</summary>
internal sealed class CompiledRegex
{
    private const int MaxCached = 1000;
    private const int MaxPatternLength = 20_000;

    private static readonly ConcurrentDictionary<(string Pattern, string Flags), CompiledRegex> Cache = new();

    private readonly string _translated;
    private readonly RegexOptions _options;
    private Timed? _last;

    private CompiledRegex(string pattern, string flags)
    {
        Pattern = pattern;
        Flags = string.Concat(flags.Order());
        if (flags.Any(flag => !"dgimsuvy".Contains(flag)) || flags.Distinct().Count() != flags.Length || (flags.Contains('u') && flags.Contains('v')))
            throw new RegexSyntaxException($"the flags '{flags}' are not valid.");
        if (pattern.Length > MaxPatternLength) throw new RegexSyntaxException("the pattern is too long.");
        IsGlobal = flags.Contains('g');
        IsSticky = flags.Contains('y');
        IsUnicode = flags.Contains('u') || flags.Contains('v');
        var translator = new RegexTranslator(pattern, flags);
        _translated = translator.Translate();
        GroupNames = translator.GroupNames;
        GroupCount = translator.GroupCount;
        _options = RegexOptions.CultureInvariant | (flags.Contains('i') ? RegexOptions.IgnoreCase : RegexOptions.None);
        _last = Build(ExpressionLimits.Default.MaxRegexTime);
    }

    public string Pattern { get; }

    /// <summary>In alphabetical order.</summary>
    public string Flags { get; }

    public bool IsGlobal { get; }

    public bool IsSticky { get; }

    /// <summary>Matches code points: the flag u or v.</summary>
    public bool IsUnicode { get; }

    /// <summary>Groups but the whole match.</summary>
    public int GroupCount { get; }

    /// <summary>Names and numbers of named groups, in order.</summary>
    public IReadOnlyList<(string Name, int Number)> GroupNames { get; }

    /// <summary>Throws <see cref="RegexSyntaxException"/>.</summary>
    public static CompiledRegex Get(string pattern, string flags)
    {
        if (Cache.TryGetValue((pattern, flags), out var known)) return known;
        var compiled = new CompiledRegex(pattern, flags);
        if (Cache.Count >= MaxCached) Cache.Clear();
        return Cache.GetOrAdd((pattern, flags), compiled);
    }

    /// <summary>The first match from <paramref name="start"/> on, at it when sticky; null when there is none.</summary>
    public Match? Match(JsRun run, string text, int start, bool sticky)
    {
        var limit = run.Budget.Limits.MaxRegexTime;
        var timed = _last;
        if (timed is null || timed.Limit != limit) _last = timed = Build(limit);
        var began = Stopwatch.GetTimestamp();
        try
        {
            var match = (sticky ? timed.Sticky.Value : timed.Searching).Match(text, start);
            run.Budget.Steps(1 + ((match.Success ? match.Index + match.Length : text.Length) - start) / 64);
            return match.Success ? match : null;
        }
        catch (RegexMatchTimeoutException)
        {
            throw ExpressionBudget.Exceeded(nameof(ExpressionLimits.MaxRegexTime), "takes too long to match a regular expression");
        }
        finally
        {
            run.Budget.RegexTime(Stopwatch.GetElapsedTime(began));
        }
    }

    private Timed Build(TimeSpan limit)
    {
        try
        {
            return new Timed(limit, new Regex(_translated, _options, limit),
                new Lazy<Regex>(() => new Regex($"\\G(?:{_translated})", _options, limit)));
        }
        catch (ArgumentException exception)
        {
            throw new RegexSyntaxException(exception.Message);
        }
    }

    /// <summary>.NET ties the time limit to the expression.</summary>
    private sealed record Timed(TimeSpan Limit, Regex Searching, Lazy<Regex> Sticky);
}
