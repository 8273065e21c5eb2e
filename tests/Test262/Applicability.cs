using System.Text.Json;
using System.Text.RegularExpressions;

namespace Test262;

/// <summary>
/// Which cases ask for what JsExpressions has: applicability.json. A rule looks at what a case declares (features,
/// flags, includes) or at a construct in its text, never at whether it passes.
/// </summary>
internal sealed class Applicability
{
    private readonly string[] _folders;
    private readonly Rule[] _rules;

    private Applicability(string[] folders, Rule[] rules)
    {
        _folders = folders;
        _rules = rules;
    }

    public IReadOnlyList<string> Folders => _folders;

    public static Applicability Load()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "applicability.json")));
        return new Applicability(Texts(json.RootElement, "folders"), json.RootElement.GetProperty("excluded").EnumerateArray().Select(rule => new Rule(rule)).ToArray());
    }

    /// <summary>Why the case is left out; null when it applies.</summary>
    public string? Excludes(TestCase test) => Array.Find(_rules, rule => rule.Matches(test))?.Reason;

    private static string[] Texts(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(item => item.GetString() ?? "").ToArray() : [];

    private sealed class Rule(JsonElement rule)
    {
        private readonly string[] _folders = Texts(rule, "folders");
        private readonly string[] _features = Texts(rule, "features");
        private readonly string[] _prefixes = Texts(rule, "featurePrefixes");
        private readonly string[] _flags = Texts(rule, "flags");
        private readonly string[] _includes = Texts(rule, "includes");
        private readonly Regex? _source = rule.TryGetProperty("source", out var source) ? new Regex(source.GetString() ?? "", RegexOptions.CultureInvariant) : null;

        private readonly int? _longerThan = rule.TryGetProperty("longerThan", out var length) ? length.GetInt32() : null;

        public string Reason { get; } = rule.GetProperty("reason").GetString() ?? "";

        public bool Matches(TestCase test)
        {
            if (_folders.Length > 0 && !Array.Exists(_folders, folder => test.Path.StartsWith(folder + "/", StringComparison.Ordinal))) return false;
            if (_longerThan is { } limit) return test.Text.Length > limit;
            if (_features.Length + _prefixes.Length + _flags.Length + _includes.Length == 0 && _source is null) return true;
            return test.Features.Any(feature => _features.Contains(feature) || Array.Exists(_prefixes, prefix => feature.StartsWith(prefix, StringComparison.Ordinal)))
                || test.Flags.Any(_flags.Contains) || test.Includes.Any(_includes.Contains) || _source?.IsMatch(test.Text) == true;
        }
    }
}
