namespace JsExpressions.Parsing.Tree;

/// <summary>Where a generator or asynchronous function stops and is resumed with a value.</summary>
internal abstract class Pause(int position, Expression? value) : Expression(position)
{
    public Expression? Value { get; } = value;
}

/// <summary><c>yield value</c>, or <c>yield* value</c>, which yields all that an iterable has.</summary>
internal sealed class Yield(int position, Expression? value, bool isDelegate) : Pause(position, value)
{
    public bool IsDelegate { get; } = isDelegate;
}

internal sealed class Await(int position, Expression value) : Pause(position, value);
