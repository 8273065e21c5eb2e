using Formio.Values;

namespace Formio.Conditions.Operators;

/// <summary>One comparison. Of an array any element may satisfy it — also a negated one, as in form.io.</summary>
internal abstract class ConditionOperator
{
    public virtual bool GetResult(Comparison comparison)
    {
        if (comparison.Value.AsArray is not { } items) return Execute(comparison);
        foreach (var item in items)
        {
            if (Execute(comparison with { Value = item })) return true;
        }

        return false;
    }

    protected internal abstract bool Execute(Comparison comparison);
}
