using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Liquid;

/// <summary>A value of a template that is worked out when it is rendered.</summary>
internal abstract record LiquidExpression
{
    public abstract object? Evaluate(LiquidScope scope);
}

internal sealed record LiquidLiteral(object? Value) : LiquidExpression
{
    public override object? Evaluate(LiquidScope scope) => Value;
}

/// <summary>A name and what follows it: <c>.member</c> or <c>[index]</c>.</summary>
internal sealed record LiquidPath(string Name, IReadOnlyList<LiquidExpression> Segments) : LiquidExpression
{
    public override object? Evaluate(LiquidScope scope)
    {
        scope.Limits.Step();
        var value = scope.Get(Name);
        foreach (var segment in Segments)
            value = segment is LiquidLiteral { Value: string member }
                ? LiquidValues.Member(value, member)
                : LiquidValues.Item(value, segment.Evaluate(scope), scope.Culture);
        return value;
    }
}

internal sealed record LiquidRange(LiquidExpression From, LiquidExpression To) : LiquidExpression
{
    public override object Evaluate(LiquidScope scope)
    {
        long from = LiquidValues.ToInt(From.Evaluate(scope));
        long to = LiquidValues.ToInt(To.Evaluate(scope));
        LiquidLimits.CheckItems(to - from + 1);
        var items = new List<object?>();
        for (var number = from; number <= to; number++)
            items.Add((decimal)number);
        return items;
    }
}

internal sealed record LiquidFiltered(
    LiquidExpression Input, string Filter, IReadOnlyList<LiquidExpression> Arguments, IReadOnlyList<(string Name, LiquidExpression Value)> Named)
    : LiquidExpression
{
    public override object? Evaluate(LiquidScope scope)
    {
        var input = Input.Evaluate(scope);
        scope.Limits.Step(input);
        if (LiquidFilters.Find(Filter) is not { } filter)
            return input; // an unknown filter changes nothing, as in Elsa
        var arguments = new LiquidArguments(scope, [.. Arguments.Select(argument => argument.Evaluate(scope))],
            Named.ToDictionary(argument => argument.Name, argument => argument.Value.Evaluate(scope), StringComparer.Ordinal));
        return filter(input, arguments);
    }
}

/// <summary>A comparison or <c>and</c>/<c>or</c>. As an output it has no text, as in Elsa.</summary>
internal sealed record LiquidComparison(LiquidExpression Left, string Operator, LiquidExpression Right) : LiquidExpression
{
    public override object Evaluate(LiquidScope scope)
    {
        scope.Limits.Step();
        var left = Left.Evaluate(scope);
        if (Operator == "and")
            return LiquidValues.IsTrue(left) && LiquidValues.IsTrue(Right.Evaluate(scope));
        if (Operator == "or")
            return LiquidValues.IsTrue(left) || LiquidValues.IsTrue(Right.Evaluate(scope));
        var right = Right.Evaluate(scope);
        return Operator switch
        {
            "==" => LiquidValues.Equals(left, right),
            "!=" or "<>" => !LiquidValues.Equals(left, right),
            "<" => LiquidValues.Compare(left, right) < 0,
            "<=" => LiquidValues.Compare(left, right) <= 0,
            ">" => LiquidValues.Compare(left, right) > 0,
            ">=" => LiquidValues.Compare(left, right) >= 0,
            "contains" => Contains(left, right, scope),
            "startswith" => TextOf(left, scope).StartsWith(TextOf(right, scope), StringComparison.Ordinal),
            "endswith" => TextOf(left, scope).EndsWith(TextOf(right, scope), StringComparison.Ordinal),
            _ => throw new InvalidOperationException($"Unknown operator {Operator}."),
        };
    }

    private static bool Contains(object? left, object? right, LiquidScope scope) => left switch
    {
        null => false,
        IReadOnlyList<object?> items => items.Any(item => LiquidValues.Equals(item, right)),
        JsonObject members => members.ContainsKey(TextOf(right, scope)),
        _ => TextOf(left, scope).Contains(TextOf(right, scope), StringComparison.Ordinal),
    };

    private static string TextOf(object? value, LiquidScope scope) => LiquidValues.Text(value, scope.Culture);
}

/// <summary>What a filter gets beside its input.</summary>
internal sealed record LiquidArguments(LiquidScope Scope, IReadOnlyList<object?> Positional, IReadOnlyDictionary<string, object?> Named)
{
    public int Count => Positional.Count;

    public object? this[int index] => index < Positional.Count ? Positional[index] : null;

    public string Text(int index) => LiquidValues.Text(this[index], Scope.Culture);
}
