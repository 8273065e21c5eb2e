using System.Text;
using JsExpressions.Evaluation;
using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>Methods that only read.</summary>
internal static class ArrayReading
{
    public static void Install(JsObject prototype) => prototype
        .Function("at", 1, (run, self, args) =>
        {
            var array = ArrayBuiltIns.Source(run, self);
            var index = Coercion.ToInteger(run, args.At(0));
            if (index < 0) index += array.Count;
            return index >= 0 && index < array.Count ? array[(int)index] : JsValue.Undefined;
        })
        .Function("includes", 1, Includes)
        .Function("indexOf", 1, IndexOf)
        .Function("lastIndexOf", 1, LastIndexOf)
        .Function("join", 1, (run, self, args) => Join(run, self, args.At(0).IsUndefined ? "," : Coercion.ToText(run, args.At(0)), local: false))
        .Function("toString", 0, (run, self, _) => self.Ref is JsArray ? Join(run, self, ",", local: false) : ObjectBuiltIns.ToText(self))
        .Function("toLocaleString", 0, (run, self, _) => Join(run, self, ",", local: true))
        .Function("keys", 0, (run, self, _) => Walk(run, self, (index, _) => index))
        .Function("values", 0, (run, self, _) => Walk(run, self, (_, value) => value))
        .Function("entries", 0, (run, self, _) => Walk(run, self, (index, value) => new JsArray([index, value]).FromThis()));

    private static JsValue Includes(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var array = ArrayBuiltIns.Source(run, self);
        run.Budget.Steps(array.Count / 8);
        for (var i = ArrayBuiltIns.Relative(run, args.At(1), array.Count, 0); i < array.Count; i++)
            if (Coercion.SameValueZero(array[i], args.At(0))) return true;
        return false;
    }

    private static JsValue IndexOf(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var array = ArrayBuiltIns.Source(run, self);
        run.Budget.Steps(array.Count / 8);
        for (var i = ArrayBuiltIns.Relative(run, args.At(1), array.Count, 0); i < array.Count; i++)
            if (array.HasIndex(i) && Coercion.StrictEquals(array[i], args.At(0))) return i;
        return -1;
    }

    private static JsValue LastIndexOf(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var array = ArrayBuiltIns.Source(run, self);
        run.Budget.Steps(array.Count / 8);
        var from = args.Length > 1 ? Coercion.ToInteger(run, args[1]) : array.Count - 1;
        if (from < 0) from += array.Count;
        for (var i = (int)Math.Min(from, array.Count - 1); i >= 0; i--)
            if (array.HasIndex(i) && Coercion.StrictEquals(array[i], args.At(0))) return i;
        return -1;
    }

    private static JsValue Join(JsRun run, JsValue self, string separator, bool local)
    {
        var array = ArrayBuiltIns.Source(run, self);
        // An array that contains itself adds nothing at the inner place.
        if (!run.Joining.Add(array)) return "";
        try
        {
            run.Budget.Enter();
            var text = new StringBuilder();
            for (var i = 0; i < array.Count; i++)
            {
                run.Budget.Step();
                if (i > 0) text.Append(separator);
                var item = array[i];
                if (!item.IsNullish) text.Append(local ? Local(run, item) : Coercion.ToText(run, item));
                if (text.Length > run.Budget.Limits.MaxStringLength) run.Budget.Text(text.Length);
            }
            run.Budget.Text(text.Length);
            run.Budget.Leave();
            return text.ToString();
        }
        finally
        {
            run.Joining.Remove(array);
        }
    }

    private static string Local(JsRun run, JsValue item) =>
        Coercion.ToText(run, Callback.Of(run, Properties.Get(run, item, "toLocaleString")).Call(run, item, []));

    private static JsValue Walk(JsRun run, JsValue self, Func<JsValue, JsValue, JsValue> select)
    {
        var array = ArrayBuiltIns.Source(run, self);
        run.Budget.Object();
        return new JsIterator(new SequenceIteration(Items(run, array, select)), "Array Iterator");
    }

    private static IEnumerable<JsValue> Items(JsRun run, JsArray array, Func<JsValue, JsValue, JsValue> select)
    {
        for (var i = 0; i < array.Count; i++)
        {
            run.Budget.Elements(2);
            yield return select(i, array[i]);
        }
    }
}
