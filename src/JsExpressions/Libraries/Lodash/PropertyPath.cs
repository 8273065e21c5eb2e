using System.Text;
using JsExpressions.Evaluation;
using JsExpressions.Values;

namespace JsExpressions.Libraries.Lodash;

/// <summary>A way into an object: <c>a.b[0]['x y'].c</c>, or an array of keys.</summary>
internal sealed class PropertyPath
{
    private PropertyPath(string[] keys, string? whole)
    {
        Keys = keys;
        Whole = whole;
    }

    public string[] Keys { get; }

    /// <summary>The text itself, which is tried as a key of its own first.</summary>
    public string? Whole { get; }

    public static PropertyPath Of(JsRun run, JsValue path)
    {
        if (path.Ref is JsArray list)
        {
            run.Budget.Array(list.Count);
            var keys = new string[list.Count];
            for (var i = 0; i < keys.Length; i++) keys[i] = Key(run, list[i]);
            return new PropertyPath(keys, null);
        }
        var text = Key(run, path);
        run.Budget.Steps(text.Length / 16);
        return text.AsSpan().IndexOfAny('.', '[') < 0 ? new PropertyPath([text], null) : new PropertyPath(Split(text), text);
    }

    public JsValue Get(JsRun run, JsValue target)
    {
        if (Whole is not null && target.ObjectOrNull is { } holder && holder.HasProperty(Whole)) return holder.Get(run, Whole);
        foreach (var key in Keys)
        {
            if (target.IsNullish) return JsValue.Undefined;
            target = Properties.Get(run, target, key);
        }
        return target;
    }

    public bool Has(JsRun run, JsValue target, bool inherited)
    {
        if (Whole is not null && target.ObjectOrNull is { } holder && holder.HasOwn(Whole)) return true;
        if (Keys.Length == 0) return false;
        foreach (var key in Keys)
        {
            if (target.IsNullish) return false;
            var source = Coercion.ToObject(run, target);
            if (!(inherited ? source.HasProperty(key) : source.HasOwn(key))) return false;
            target = source.Get(run, key);
        }
        return true;
    }

    /// <summary>Sets the value, making objects and arrays on the way; keys that lead to prototypes are ignored.</summary>
    public void Set(JsRun run, JsObject target, JsValue value)
    {
        var keys = Whole is not null && target.HasOwn(Whole) ? [Whole] : Keys;
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] is "__proto__" or "constructor" or "prototype") return;
            if (i == keys.Length - 1)
            {
                target.Put(run, keys[i], value);
                return;
            }
            if (target.Get(run, keys[i]).ObjectOrNull is not { } next)
            {
                run.Budget.Object();
                next = ArrayIndex.IsIndex(keys[i + 1]) ? new JsArray() : new JsObject();
                target.Put(run, keys[i], next);
            }
            target = next;
        }
    }

    public bool Unset(JsRun run, JsValue target)
    {
        var keys = Whole is not null && target.ObjectOrNull?.HasOwn(Whole) == true ? [Whole] : Keys;
        for (var i = 0; i < keys.Length - 1; i++)
        {
            if (target.IsNullish) return true;
            target = Properties.Get(run, target, keys[i]);
        }
        return keys.Length == 0 || target.ObjectOrNull is not { } holder || holder.DeleteOwn(keys[^1]);
    }

    private static string Key(JsRun run, JsValue value) =>
        value.IsNumber && value.Num == 0 && double.IsNegative(value.Num) ? "-0" : Coercion.ToText(run, value);

    private static string[] Split(string text)
    {
        var keys = new List<string>();
        if (text[0] == '.') keys.Add("");
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] == '[' && text.IndexOf(']', at) is var close && close > at)
            {
                keys.Add(Bracket(text, ref at, close));
                continue;
            }
            if (text[at] == '.')
            {
                at++;
                if (at >= text.Length || text[at] is '.' or '[') keys.Add("");
                continue;
            }
            var end = text.AsSpan(at + 1).IndexOfAny('.', '[');
            end = end < 0 ? text.Length : end + at + 1;
            keys.Add(text[at..end]);
            at = end;
        }
        return [.. keys];
    }

    private static string Bracket(string text, ref int at, int close)
    {
        var quote = at + 1 < text.Length ? text[at + 1] : '\0';
        if (quote is not ('"' or '\''))
        {
            var plain = text[(at + 1)..close];
            at = close + 1;
            return plain;
        }
        var key = new StringBuilder();
        at += 2;
        while (at < text.Length && text[at] != quote)
        {
            if (text[at] == '\\' && at + 1 < text.Length) at++;
            key.Append(text[at++]);
        }
        at = Math.Min(text.Length, at + 2);
        return key.ToString();
    }
}
