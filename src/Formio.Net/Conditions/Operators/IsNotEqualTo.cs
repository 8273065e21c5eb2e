using Formio.Values;

namespace Formio.Conditions.Operators;

/// <summary>The opposite of isEqual, element by element.</summary>
internal sealed class IsNotEqualTo : IsEqualTo
{
    protected internal override bool Execute(Comparison comparison) => !base.Execute(comparison);
}
