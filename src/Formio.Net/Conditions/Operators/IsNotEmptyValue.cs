using Formio.Values;

namespace Formio.Conditions.Operators;

/// <summary>The opposite of isEmpty.</summary>
internal sealed class IsNotEmptyValue : IsEmptyValue
{
    public override bool GetResult(Comparison comparison) => !base.GetResult(comparison);
}
