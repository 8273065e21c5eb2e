using Formio.Values;

namespace Formio.Rules;

/// <summary>What a rule found wrong.</summary>
/// <param name="ErrorKey">Message key, or a text of the form.</param>
/// <param name="RuleName">form.io's name; the error key when null.</param>
internal sealed record RuleFailure(string ErrorKey, string? RuleName = null)
{
    public DataValue Setting { get; init; }

    /// <summary>The key where it is no text, as a JSONLogic rule may give it; undefined otherwise.</summary>
    public DataValue RawKey { get; init; }

    /// <summary>Extra names for the message template: <c>length</c>, <c>min</c> ...</summary>
    public (string Name, string Value)? Word { get; init; }

    public bool HasLabel { get; init; } = true;
}
