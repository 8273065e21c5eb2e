using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Liquid;

/// <summary>How a statement ended: loops listen.</summary>
internal enum LiquidEnd
{
    Normal,
    Break,
    Continue,
}

/// <summary>A piece of a template.</summary>
internal abstract record LiquidNode
{
    public abstract LiquidEnd Render(LiquidScope scope, LiquidOutput output);

    public static LiquidEnd Render(IReadOnlyList<LiquidNode> nodes, LiquidScope scope, LiquidOutput output)
    {
        foreach (var node in nodes)
        {
            scope.Limits.Step();
            if (node.Render(scope, output) is not LiquidEnd.Normal and var end)
                return end;
        }
        return LiquidEnd.Normal;
    }
}

internal sealed record LiquidText(string Text) : LiquidNode
{
    public override LiquidEnd Render(LiquidScope scope, LiquidOutput output)
    {
        output.Write(Text);
        return LiquidEnd.Normal;
    }
}

internal sealed record LiquidPrint(LiquidExpression Value) : LiquidNode
{
    public override LiquidEnd Render(LiquidScope scope, LiquidOutput output)
    {
        if (Value is LiquidComparison)
            return LiquidEnd.Normal; // Elsa's outputs cannot compare: the text is empty
        var value = Value.Evaluate(scope);
        var text = LiquidValues.Text(value, scope.Culture);
        output.Write(value is LiquidMarkup || scope.Encoder is null ? text : scope.Encoder.Encode(text));
        return LiquidEnd.Normal;
    }
}

internal sealed record LiquidAssign(string Name, LiquidExpression Value) : LiquidNode
{
    public override LiquidEnd Render(LiquidScope scope, LiquidOutput output)
    {
        scope.Set(Name, Value.Evaluate(scope));
        return LiquidEnd.Normal;
    }
}

internal sealed record LiquidCapture(string Name, IReadOnlyList<LiquidNode> Body) : LiquidNode
{
    public override LiquidEnd Render(LiquidScope scope, LiquidOutput output)
    {
        var captured = new LiquidOutput();
        var end = Render(Body, scope, captured);
        scope.Set(Name, new LiquidMarkup(captured.ToString()));
        return end;
    }
}

/// <summary>if, elsif, else, and unless: the first branch whose condition holds.</summary>
internal sealed record LiquidIf(IReadOnlyList<(LiquidExpression? Condition, bool Negated, IReadOnlyList<LiquidNode> Body)> Branches) : LiquidNode
{
    public override LiquidEnd Render(LiquidScope scope, LiquidOutput output)
    {
        foreach (var (condition, negated, body) in Branches)
            if (condition is null || LiquidValues.IsTrue(condition.Evaluate(scope)) != negated)
                return Render(body, scope, output);
        return LiquidEnd.Normal;
    }
}

internal sealed record LiquidCase(
    LiquidExpression Value, IReadOnlyList<(IReadOnlyList<LiquidExpression> Values, IReadOnlyList<LiquidNode> Body)> Whens,
    IReadOnlyList<LiquidNode> Else) : LiquidNode
{
    public override LiquidEnd Render(LiquidScope scope, LiquidOutput output)
    {
        var value = Value.Evaluate(scope);
        foreach (var (values, body) in Whens)
            if (values.Any(candidate => LiquidValues.Equals(value, candidate.Evaluate(scope))))
                return Render(body, scope, output);
        return Render(Else, scope, output);
    }
}

internal sealed record LiquidFor(
    string Name, LiquidExpression Items, LiquidExpression? Limit, LiquidExpression? Offset, bool Reversed,
    IReadOnlyList<LiquidNode> Body, IReadOnlyList<LiquidNode> Else) : LiquidNode
{
    public override LiquidEnd Render(LiquidScope scope, LiquidOutput output)
    {
        IEnumerable<object?> selected = LiquidValues.ToList(Items.Evaluate(scope));
        selected = selected.Skip(Math.Max(0, LiquidValues.ToInt(Offset?.Evaluate(scope))));
        if (Limit is not null)
            selected = selected.Take(Math.Max(0, LiquidValues.ToInt(Limit.Evaluate(scope))));
        var items = (Reversed ? selected.Reverse() : selected).ToList();
        if (items.Count == 0)
            return Render(Else, scope, output);
        var outer = scope.Get("forloop") as JsonObject;
        scope.Enter();
        try
        {
            Loop(items, outer, scope, output);
        }
        finally
        {
            scope.Leave();
        }
        return LiquidEnd.Normal;
    }

    private void Loop(List<object?> items, JsonObject? outer, LiquidScope scope, LiquidOutput output)
    {
        for (var index = 0; index < items.Count; index++)
        {
            scope.Limits.Step();
            scope.SetLocal(Name, items[index]);
            scope.SetLocal("forloop", Facts(index, items.Count, outer));
            if (Render(Body, scope, output) == LiquidEnd.Break)
                return;
        }
    }

    private static JsonObject Facts(int index, int length, JsonObject? outer) => new()
    {
        ["index"] = index + 1,
        ["index0"] = index,
        ["rindex"] = length - index,
        ["rindex0"] = length - index - 1,
        ["first"] = index == 0,
        ["last"] = index == length - 1,
        ["length"] = length,
        ["parentloop"] = outer?.DeepClone(),
    };
}

internal sealed record LiquidJump(LiquidEnd End) : LiquidNode
{
    public override LiquidEnd Render(LiquidScope scope, LiquidOutput output) => End;
}

/// <summary>increment prints and then adds one, decrement takes one and then prints; both count apart from assignments.</summary>
internal sealed record LiquidCount(string Name, int By) : LiquidNode
{
    public override LiquidEnd Render(LiquidScope scope, LiquidOutput output)
    {
        var key = "$count " + Name;
        var before = scope.Get(key) is decimal count ? count : 0;
        scope.Set(key, before + By);
        output.Write(LiquidValues.Text(By > 0 ? before : before + By, scope.Culture));
        return LiquidEnd.Normal;
    }
}

internal sealed record LiquidCycle(string Group, IReadOnlyList<LiquidExpression> Values) : LiquidNode
{
    public override LiquidEnd Render(LiquidScope scope, LiquidOutput output)
    {
        var key = "$cycle " + Group;
        var turn = LiquidValues.ToInt(scope.Get(key));
        scope.Set(key, (decimal)turn + 1);
        return new LiquidPrint(Values[turn % Values.Count]).Render(scope, output);
    }
}
