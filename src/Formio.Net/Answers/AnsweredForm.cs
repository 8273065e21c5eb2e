using System.Text.Json.Nodes;

namespace Formio.Answers;

/// <summary>Answers made up for a form.</summary>
/// <param name="Data">The answers, as far as they go.</param>
/// <param name="Unfilled">What no answer could be found for; empty when the form accepts the answers.</param>
public sealed record AnsweredForm(JsonObject Data, IReadOnlyList<UnfilledField> Unfilled)
{
    /// <summary>True when the form's rules accept the answers.</summary>
    public bool IsValid => Unfilled.Count == 0;
}

/// <summary>A field no accepted answer was found for.</summary>
/// <param name="Path">Data path: <c>members[0].age</c>.</param>
/// <param name="Label">What the field is called, untranslated.</param>
/// <param name="Rule">The rule that refuses: <c>required</c>, <c>custom</c> and so on.</param>
/// <param name="Message">What the form says of the last try, in the language of the context.</param>
/// <param name="Reason">Why another try would not help.</param>
public sealed record UnfilledField(string Path, string Label, string Rule, string Message, UnfilledReason Reason);

/// <summary>Why a field stays without an accepted answer.</summary>
public enum UnfilledReason
{
    /// <summary>The rule refused every value tried.</summary>
    Refused,

    /// <summary>It is switched off, so nobody could write into it.</summary>
    NotEditable,

    /// <summary>Its choices come from an address or a script and are not known here.</summary>
    NoChoices,

    /// <summary>Nobody knows how to answer a field of this type.</summary>
    UnknownType,
}
