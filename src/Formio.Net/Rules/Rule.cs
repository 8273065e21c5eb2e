using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>
/// One validation rule of form.io. Where form.io's rule throws (and then drops the error, or the whole request), ours
/// finds nothing.
/// </summary>
internal abstract class Rule
{
    /// <summary>True when a multiple value is judged whole and not element by element.</summary>
    public virtual bool TakesWholeValue => false;

    /// <summary>Whether the rule can ever fail for this component; decided once per form.</summary>
    public abstract bool Concerns(CompiledComponent component);

    /// <summary>form.io's shouldProcess, asked with the whole value even when elements are judged.</summary>
    public virtual bool ShouldProcess(CompiledComponent component, DataValue wholeValue) => true;

    /// <summary>Null when the value is fine.</summary>
    public abstract RuleFailure? Check(in RuleInput input);

    protected static RuleFailure Limit(string key, string wordName, string setting) =>
        new(key) { Setting = setting, Word = (wordName, setting) };
}
