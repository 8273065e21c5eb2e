using System.Text;
using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>Methods that make a new text, but those of regular expressions.</summary>
internal static class StringMaking
{
    public static void Install(JsObject prototype) => prototype
        .Function("slice", 2, (run, self, args) =>
        {
            var text = StringBuiltIns.This(run, self, "slice");
            var start = ArrayBuiltIns.Relative(run, args.At(0), text.Length, 0);
            var end = ArrayBuiltIns.Relative(run, args.At(1), text.Length, text.Length);
            return Part(run, text, start, end);
        })
        .Function("substring", 2, (run, self, args) =>
        {
            var text = StringBuiltIns.This(run, self, "substring");
            var start = (int)Math.Clamp(Coercion.ToInteger(run, args.At(0)), 0, text.Length);
            var end = args.At(1).IsUndefined ? text.Length : (int)Math.Clamp(Coercion.ToInteger(run, args.At(1)), 0, text.Length);
            return Part(run, text, Math.Min(start, end), Math.Max(start, end));
        })
        .Function("substr", 2, (run, self, args) =>
        {
            var text = StringBuiltIns.This(run, self, "substr");
            var start = ArrayBuiltIns.Relative(run, args.At(0), text.Length, 0);
            var length = args.At(1).IsUndefined ? text.Length : Coercion.ToInteger(run, args.At(1));
            return Part(run, text, start, (int)Math.Min(start + Math.Max(length, 0), text.Length));
        })
        .Function("toUpperCase", 0, (run, self, _) => Cased(run, StringBuiltIns.This(run, self, "toUpperCase"), Casing.Upper))
        .Function("toLowerCase", 0, (run, self, _) => Cased(run, StringBuiltIns.This(run, self, "toLowerCase"), Casing.Lower))
        .Function("toLocaleUpperCase", 0, (run, self, _) => Cased(run, StringBuiltIns.This(run, self, "toLocaleUpperCase"), Casing.Upper))
        .Function("toLocaleLowerCase", 0, (run, self, _) => Cased(run, StringBuiltIns.This(run, self, "toLocaleLowerCase"), Casing.Lower))
        .Function("trim", 0, (run, self, _) => Trim(run, self, "trim", start: true, end: true))
        .Function("trimStart", 0, (run, self, _) => Trim(run, self, "trimStart", start: true, end: false))
        .Function("trimEnd", 0, (run, self, _) => Trim(run, self, "trimEnd", start: false, end: true))
        .Function("padStart", 2, (run, self, args) => Pad(run, self, args, "padStart", start: true))
        .Function("padEnd", 2, (run, self, args) => Pad(run, self, args, "padEnd", start: false))
        .Function("repeat", 1, Repeat)
        .Function("normalize", 0, Normalize)
        .Function("toWellFormed", 0, (run, self, _) =>
        {
            var text = StringBuiltIns.This(run, self, "toWellFormed");
            run.Budget.Text(text.Length);
            return Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text));
        });

    public static JsValue Part(JsRun run, string text, int start, int end)
    {
        if (end <= start) return "";
        if (end - start == 1) return CharText.Of(text[start]);
        run.Budget.Chars(end - start);
        return text[start..end];
    }

    private static JsValue Cased(JsRun run, string text, Func<string, string> change)
    {
        run.Budget.Text(text.Length);
        run.Budget.Steps(text.Length / 64);
        return change(text);
    }

    private static JsValue Trim(JsRun run, JsValue self, string method, bool start, bool end)
    {
        var text = StringBuiltIns.This(run, self, method);
        var (from, to) = (0, text.Length);
        while (start && from < to && NumberText.IsWhite(text[from])) from++;
        while (end && to > from && NumberText.IsWhite(text[to - 1])) to--;
        return to - from == text.Length ? text : Part(run, text, from, to);
    }

    private static JsValue Pad(JsRun run, JsValue self, ReadOnlySpan<JsValue> args, string method, bool start)
    {
        var text = StringBuiltIns.This(run, self, method);
        var length = Coercion.ToLength(run, args.At(0));
        if (length <= text.Length) return text;
        var filler = args.At(1).IsUndefined ? " " : Coercion.ToText(run, args.At(1));
        if (filler.Length == 0) return text;
        run.Budget.Text((long)Math.Min(length, long.MaxValue / 2));
        var padding = new StringBuilder((int)length);
        while (padding.Length < length - text.Length) padding.Append(filler);
        padding.Length = (int)length - text.Length;
        return start ? padding.Append(text).ToString() : text + padding;
    }

    private static JsValue Repeat(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var text = StringBuiltIns.This(run, self, "repeat");
        var count = Coercion.ToInteger(run, args.At(0));
        if (count < 0 || double.IsInfinity(count)) throw JsErrors.Range(run, $"Invalid count value: {Coercion.ToText(run, args.At(0))}");
        if (text.Length == 0 || count == 0) return "";
        run.Budget.Text((long)Math.Min(text.Length * count, long.MaxValue / 2));
        return new StringBuilder(text.Length * (int)count).Insert(0, text, (int)count).ToString();
    }

    private static JsValue Normalize(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var text = StringBuiltIns.This(run, self, "normalize");
        var form = args.At(0).IsUndefined ? "NFC" : Coercion.ToText(run, args.At(0));
        run.Budget.Text(text.Length * 2L);
        var wanted = form switch
        {
            "NFC" => NormalizationForm.FormC,
            "NFD" => NormalizationForm.FormD,
            "NFKC" => NormalizationForm.FormKC,
            "NFKD" => NormalizationForm.FormKD,
            _ => throw JsErrors.Range(run, "The normalization form should be one of NFC, NFD, NFKC, NFKD."),
        };
        return Casing.Pieces(text, piece => piece.Normalize(wanted));
    }
}
