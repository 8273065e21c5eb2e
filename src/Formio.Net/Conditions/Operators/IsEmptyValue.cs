using Formio.Values;

namespace Formio.Conditions.Operators;

/// <summary>
/// Empty as the type of the component understands it; arrays are looked at whole. form.io reads what it takes for absent
/// once more, by the name as it stands, and looks for the children of a component at the root of the data.
/// </summary>
internal class IsEmptyValue : ConditionOperator
{
    public override bool GetResult(Comparison comparison) => Execute(comparison);

    protected internal override bool Execute(Comparison comparison)
    {
        var value = comparison.Value;
        if (value.IsNullish) value = DataPath.Get(comparison.Pass.Data, comparison.Path);
        return comparison.Source is { } source
            ? Emptiness.IsEmpty(source, value, DataPath.Get(comparison.Pass.Data, source.DataKeyParts))
            : value.IsNullish || value.AsString is { Length: 0 };
    }
}
