using System.Numerics;

namespace JsExpressions.Values;

/// <summary>A BigInt: a whole number of any size the budget allows.</summary>
internal sealed class JsBigInt(BigInteger value)
{
    public BigInteger Number { get; } = value;

    public JsValue Value => new(this, 0);

    public override string ToString() => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
