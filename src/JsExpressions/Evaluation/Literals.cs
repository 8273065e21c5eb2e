using JsExpressions.Parsing.Tree;
using JsExpressions.Values;

namespace JsExpressions.Evaluation;

internal sealed class TemplateNode(string[] texts, Node[] holes) : Node
{
    public override JsValue Evaluate(Frame frame)
    {
        JsValue result = texts[0];
        for (var i = 0; i < holes.Length; i++)
        {
            var hole = holes[i].Evaluate(frame);
            result = Coercion.Concat(frame.Run, result, Coercion.ToTextValue(frame.Run, hole));
            if (texts[i + 1].Length != 0) result = Coercion.Concat(frame.Run, result, texts[i + 1]);
        }
        return result;
    }
}

internal sealed class ArrayNode(Node?[] items, bool[] spread) : Node
{
    private readonly bool _plain = !spread.Contains(true);

    public override JsValue Evaluate(Frame frame)
    {
        var run = frame.Run;
        run.Budget.Array(items.Length);
        if (_plain)
        {
            var values = new JsValue[items.Length];
            for (var i = 0; i < items.Length; i++) values[i] = items[i]?.Evaluate(frame) ?? JsValue.Empty;
            return new JsArray(values).FromThis();
        }
        var list = new List<JsValue>(items.Length);
        for (var i = 0; i < items.Length; i++)
        {
            var value = items[i]?.Evaluate(frame) ?? JsValue.Empty;
            if (spread[i]) Iteration.AppendTo(run, value, list);
            else list.Add(value);
        }
        run.Budget.CheckArrayLength(list.Count);
        return new JsArray(list.ToArray()).FromThis();
    }
}

/// <summary>An entry of an object literal, compiled; <see cref="Key"/> is a constant unless computed.</summary>
internal sealed record MemberCode(MemberKind Kind, Node? Key, Node Value)
{
    /// <summary>A nameless function, which takes the name of its computed key.</summary>
    public bool IsNameless { get; init; }
}

internal sealed class ObjectNode(MemberCode[] members) : Node
{
    public override JsValue Evaluate(Frame frame)
    {
        var run = frame.Run;
        var result = new JsObject();
        run.Budget.Chars(32 + 16 * members.Length);
        foreach (var member in members)
        {
            if (member.Key is ConstantNode { Value.Ref: string key }) Define(run, frame, result, member, key);
            else if (member.Key is not null) Define(run, frame, result, member, Coercion.ToKey(run, member.Key.Evaluate(frame)));
            else BuiltIns.ObjectBuiltIns.CopyOwn(run, member.Value.Evaluate(frame), result, null);
        }
        return result.FromThis();
    }

    private static void Define(JsRun run, Frame frame, JsObject result, MemberCode member, string key)
    {
        var value = member.Value.Evaluate(frame);
        switch (member.Kind)
        {
            case MemberKind.Prototype:
                if (value.IsObject || value.IsNull) result.Prototype = value.ObjectOrNull;
                break;
            case MemberKind.Method or MemberKind.Getter or MemberKind.Setter:
                var function = (ScriptFunction)value.AsObject; // the parser makes only functions here
                function.Home = result;
                var kind = member.Kind switch { MemberKind.Getter => ElementKind.Getter, MemberKind.Setter => ElementKind.Setter, _ => ElementKind.Method };
                if (member.Key is not ConstantNode) function.NameBy(key, kind);
                ClassNode.DefineMethod(result, key, kind, function, Attributes.Plain);
                break;
            default:
                if (member.IsNameless && value.Ref is ScriptFunction nameless) nameless.NameBy(key, ElementKind.Method);
                result.DefineOwn(key, value, Attributes.Plain);
                break;
        }
    }
}

/// <summary>The first argument of a template tag: made once per evaluation of the literal, frozen.</summary>
internal sealed class TemplateObjectNode(string?[] cooked, string[] raw) : Node
{
    public override JsValue Evaluate(Frame frame)
    {
        frame.Run.Budget.Array(cooked.Length * 2);
        var strings = new JsArray(cooked.Select(text => text is null ? JsValue.Undefined : text).ToArray());
        var rawStrings = new JsArray(raw.Select(text => (JsValue)text).ToArray());
        rawStrings.Restrict(Attributes.Writable | Attributes.Configurable);
        strings.DefineOwn("raw", rawStrings.FromThis(), Attributes.None);
        strings.Restrict(Attributes.Writable | Attributes.Configurable);
        return strings.FromThis();
    }
}

internal sealed class RegexNode(string pattern, string flags) : Node
{
    private readonly Patterns.CompiledRegex _compiled = Patterns.CompiledRegex.Get(pattern, flags);

    public override JsValue Evaluate(Frame frame)
    {
        frame.Run.Budget.Object();
        return new JsRegExp(_compiled).FromThis();
    }
}
