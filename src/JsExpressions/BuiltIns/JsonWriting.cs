using System.Globalization;
using System.Text;
using JsExpressions.Evaluation;
using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>JSON.stringify.</summary>
internal sealed class JsonWriting
{
    private readonly JsRun _run;
    private readonly JsFunction? _replacer;
    private readonly List<string>? _only;
    private readonly string _gap;
    private readonly StringBuilder _text = new();
    private readonly HashSet<JsObject> _open = [];
    private string _indent = "";
    private int _charged;

    public JsonWriting(JsRun run, JsValue replacer, JsValue space)
    {
        _run = run;
        _replacer = replacer.Ref as JsFunction;
        if (replacer.Ref is JsArray list)
        {
            _only = [];
            for (var i = 0; i < list.Count; i++)
            {
                if (!list[i].IsString && !list[i].IsNumber && list[i].Ref is not JsWrapper) continue;
                var key = Coercion.ToText(run, list[i]);
                if (!_only.Contains(key)) _only.Add(key);
            }
        }
        if (space.Ref is JsWrapper { Value: { IsBoolean: false } inner }) space = inner;
        _gap = space.IsNumber ? new string(' ', (int)Math.Clamp(Coercion.ToInteger(run, space), 0, 10))
            : space.IsString ? space.AsString[..Math.Min(10, space.AsString.Length)] : "";
    }

    public JsValue Write(JsValue value)
    {
        var holder = new JsObject();
        holder.Set("", value);
        if (!TryWrite(holder, "", value)) return JsValue.Undefined;
        Charge();
        return _text.ToString();
    }

    /// <summary>False when the value has no JSON form.</summary>
    private bool TryWrite(JsObject holder, string key, JsValue value)
    {
        _run.Budget.Step();
        if ((value.IsObject || value.IsBigInt) && Properties.Get(_run, value, "toJSON").Ref is JsFunction toJson) value = toJson.Call(_run, value, [key]);
        if (_replacer is not null) value = _replacer.Call(_run, holder.FromThis(), [key, value]);
        if (value.Ref is JsWrapper wrapper) value = wrapper.Value.IsNumber ? Coercion.ToNumber(_run, value) : wrapper.Value.IsString ? Coercion.ToText(_run, value) : wrapper.Value;
        switch (value.Kind)
        {
            case JsKind.Null: _text.Append("null"); return true;
            case JsKind.Boolean: _text.Append(value.AsBoolean ? "true" : "false"); return true;
            case JsKind.Number: _text.Append(double.IsFinite(value.Num) ? NumberText.Format(value.Num) : "null"); return true;
            case JsKind.String: Quote(_text, value.AsString); break;
            case JsKind.Object when value.Ref is JsArray array: WriteArray(array); break;
            case JsKind.Object when value.Ref is not JsFunction: WriteObject(value.AsObject); break;
            case JsKind.BigInt: throw JsErrors.Type(_run, "Do not know how to serialize a BigInt");
            default: return false;
        }
        Charge();
        return true;
    }

    private void WriteObject(JsObject source)
    {
        Open(source);
        var outer = _indent;
        _indent += _gap;
        _text.Append('{');
        var first = true;
        foreach (var key in _only ?? source.Keys)
        {
            var before = _text.Length;
            if (!first) _text.Append(',');
            Line();
            Quote(_text, key);
            _text.Append(_gap.Length == 0 ? ":" : ": ");
            if (TryWrite(source, key, source.Get(_run, key))) first = false;
            else _text.Length = before;
        }
        _indent = outer;
        if (!first) Line();
        _text.Append('}');
        Close(source);
    }

    private void WriteArray(JsArray array)
    {
        Open(array);
        var outer = _indent;
        _indent += _gap;
        _text.Append('[');
        for (var i = 0; i < array.Count; i++)
        {
            if (i > 0) _text.Append(',');
            Line();
            if (!TryWrite(array, ArrayIndex.ToKey(i), array.GetIndex(_run, i))) _text.Append("null");
        }
        _indent = outer;
        if (array.Count > 0) Line();
        _text.Append(']');
        Close(array);
    }

    private void Line()
    {
        if (_gap.Length > 0) _text.Append('\n').Append(_indent);
    }

    private void Open(JsObject source)
    {
        if (!_open.Add(source)) throw JsErrors.Type(_run, "Converting circular structure to JSON");
        _run.Budget.Enter();
    }

    private void Close(JsObject source)
    {
        _open.Remove(source);
        _run.Budget.Leave();
    }

    // What a replacer drops again may shorten the text below what was charged.
    private void Charge()
    {
        if (_text.Length <= _charged) return;
        if (_text.Length > _run.Budget.Limits.MaxStringLength) _run.Budget.Text(_text.Length);
        _run.Budget.Chars(_text.Length - _charged);
        _charged = _text.Length;
    }

    public static void Quote(StringBuilder result, string text)
    {
        result.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '"': result.Append("\\\""); break;
                case '\\': result.Append("\\\\"); break;
                case '\b': result.Append("\\b"); break;
                case '\f': result.Append("\\f"); break;
                case '\n': result.Append("\\n"); break;
                case '\r': result.Append("\\r"); break;
                case '\t': result.Append("\\t"); break;
                case < ' ': Escape(result, c); break;
                case >= '\uD800' and <= '\uDFFF':
                    if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) result.Append(c).Append(text[++i]);
                    else Escape(result, c);
                    break;
                default: result.Append(c); break;
            }
        }
        result.Append('"');
    }

    private static void Escape(StringBuilder result, char c) =>
        result.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
}
