using Formio.Values;

namespace Formio.Conditions.Operators;

/// <summary>The opposite of includes, element by element.</summary>
internal sealed class NotIncludes : Includes
{
    protected internal override bool Execute(Comparison comparison) => !base.Execute(comparison);
}
