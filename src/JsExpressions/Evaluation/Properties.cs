using JsExpressions.Values;

namespace JsExpressions.Evaluation;

/// <summary>Reading and writing properties of any value.</summary>
internal static class Properties
{
    public static JsValue Get(JsRun run, JsValue target, string key)
    {
        if (target.Ref is JsObject holder) return holder.Get(run, key, target);
        if (target.IsString)
        {
            if (key == "length") return target.Ref is Rope rope ? rope.Length : ((string)target.Ref!).Length; // a text is one of the two
            if (ArrayIndex.TryParse(key, out var index)) return CharAt(target.AsString, index);
        }
        else if (target.IsNullish)
        {
            throw JsErrors.Type(run, $"Cannot read properties of {Coercion.ToText(run, target)} (reading '{JsSymbol.Display(key)}')");
        }
        return JsWrapper.PrototypeOf(target).Get(run, key, target);
    }

    public static JsValue Get(JsRun run, JsValue target, JsValue key)
    {
        if (key.IsNumber && key.Num >= 0)
        {
            var index = (int)key.Num;
            if (index == key.Num)
            {
                if (target.Ref is JsArray array && array.HasIndex(index)) return array.Items[index];
                if (target.Ref is string text) return CharAt(text, index);
            }
        }
        if (target.IsNullish) throw JsErrors.Type(run, $"Cannot read properties of {Coercion.ToText(run, target)} (reading '{Shown(run, key)}')");
        return Get(run, target, Coercion.ToKey(run, key));
    }

    public static void Put(JsRun run, JsValue target, string key, JsValue value, bool strict)
    {
        bool done;
        if (target.Ref is JsObject holder) done = holder.Put(run, key, value);
        else if (target.IsNullish) throw JsErrors.Type(run, $"Cannot set properties of {Coercion.ToText(run, target)} (setting '{JsSymbol.Display(key)}')");
        else done = false;
        if (!done && strict) throw JsErrors.Type(run, $"Cannot assign to read only property '{JsSymbol.Display(key)}' of object");
    }

    public static void Put(JsRun run, JsValue target, JsValue key, JsValue value, bool strict)
    {
        if (target.Ref is JsArray array && key.IsNumber)
        {
            var index = (int)key.Num;
            if (index == key.Num && (uint)index < (uint)array.Count && array.HasIndex(index) && array.PutIndex(run, index, value)) return;
        }
        if (target.IsNullish) throw JsErrors.Type(run, $"Cannot set properties of {Coercion.ToText(run, target)} (setting '{Shown(run, key)}')");
        Put(run, target, Coercion.ToKey(run, key), value, strict);
    }

    // An object is not asked for its text: the error comes before the key is made.
    private static string Shown(JsRun run, JsValue key) => key.IsObject ? key.ToString() : JsSymbol.Display(Coercion.ToKey(run, key));

    private static JsValue CharAt(string text, uint index) => index < text.Length ? CharText.Of(text[(int)index]) : JsValue.Undefined;

    private static JsValue CharAt(string text, int index) => CharAt(text, (uint)index);
}
