using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>The part of Intl that forms use: <c>format</c> of numbers and dates, as toLocaleString writes them.</summary>
internal static class IntlBuiltIns
{
    public static JsObject Make()
    {
        var intl = new JsObject();
        intl.DefineOwn("NumberFormat", Formatter("NumberFormat", LocaleMethod(Intrinsics.NumberPrototype), zone: false), Attributes.Hidden);
        intl.DefineOwn("DateTimeFormat", Formatter("DateTimeFormat", LocaleMethod(Intrinsics.DatePrototype, "toLocaleDateString"), zone: true), Attributes.Hidden);
        return intl.Tag("Intl");
    }

    private static JsFunction LocaleMethod(JsObject prototype, string name = "toLocaleString") => (JsFunction)prototype.Get(name).AsObject; // installed before

    private static NativeFunction Formatter(string name, JsFunction method, bool zone)
    {
        JsValue Create(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
        {
            run.Budget.Chars(128);
            var (locale, options) = (args.At(0), args.At(1));
            var formatter = new JsObject();
            JsValue Format(JsRun inner, JsValue _, ReadOnlySpan<JsValue> values)
            {
                var value = values.At(0);
                if (!zone) return method.Call(inner, Coercion.ToNumber(inner, value), [locale, options]);
                var date = value.Ref as JsDate ?? new JsDate(value.IsUndefined ? DateBuiltIns.Now(inner) : Coercion.ToNumber(inner, value));
                return method.Call(inner, date, [locale, options]);
            }
            formatter.Function("format", 1, Format);
            formatter.Function("resolvedOptions", 0, (inner, _, _) =>
            {
                var resolved = new JsObject();
                resolved.Set("locale", locale.IsString ? locale : "en-US");
                if (zone) resolved.Set("timeZone", inner.Zone.Id);
                return resolved;
            });
            return formatter.Tag("Intl." + name);
        }
        return Builder.Constructor(name, 0, new JsObject(), Create, Create);
    }
}
