namespace JsExpressions.Tests.Differential;

internal sealed partial class ProgramGenerator
{
    private string Expression(int depth)
    {
        if (depth <= 0) return Leaf();
        switch (Below(26))
        {
            case 0 or 1 or 2: return Leaf();
            case 3 or 4 or 5: return $"({Expression(depth - 1)} {Pick(Words.Binary)} {Operand(depth - 1)})";
            case 6: return $"{Pick(Words.Unary)}({Expression(depth - 1)})";
            case 7: return $"({Expression(depth - 1)} {Pick(["&&", "||", "??"])} {Operand(depth - 1)})";
            case 8: return $"({Expression(depth - 1)} ? {Expression(depth - 1)} : {Expression(depth - 1)})";
            case 9 or 10: return Text(depth) + Call(Pick(Words.TextMethods), depth);
            case 11 or 12 or 13: return Array(depth) + Call(Pick(Words.ArrayMethods), depth);
            case 14: return $"({Pick(Words.Numbers)})" + Call(Pick(Words.NumberMethods), depth);
            case 15: return "Math." + Call(Pick(Words.MathFunctions), depth)[1..];
            case 16 or 17: return Fill(Pick(Words.Globals), depth);
            case 18: return $"({Object(depth)}).{Pick(Words.Keys[..5])}";
            case 19: return $"({Expression(depth - 1)})?.[{Expression(depth - 1)}]";
            case 20: return $"`{Pick(["", "a", " "])}${{{Text(depth - 1)}}}${{{Expression(depth - 1)}}}`";
            case 21: return $"({VariableOr("x")} {Pick(Words.Compound)} {Expression(depth - 1)})";
            case 22: return _variables.Count == 0 ? Leaf() : Pick([$"{Pick(_variables)}++", $"--{Pick(_variables)}", $"++{Pick(_variables)}", $"{Pick(_variables)}--"]);
            case 23: return Function(depth);
            case 24 when Chance(30): return $"(({Small()}) ** {Positive()})"; // other powers may differ in the last digit
            case 24: return $"({Expression(depth - 1)}, {Expression(depth - 1)})";
            default: return Chance(50) ? Array(depth) : $"({Object(depth)})";
        }
    }

    private string Operand(int depth) => Chance(50) ? Leaf() : $"({Expression(depth)})";

    private string Leaf() => Below(10) switch
    {
        0 or 1 or 2 => $"({Pick(Words.Numbers)})",
        3 or 4 => Pick(Words.Texts),
        5 => Pick(["true", "false", "null", "undefined"]),
        6 => "[]",
        7 => "({})",
        _ => AnyName(),
    };

    private string Text(int depth) => depth > 1 && Chance(25) ? $"String({Primitive(depth - 1)})" : Pick(Words.Texts);

    /// <summary>A value whose text does not depend on how an engine prints functions.</summary>
    private string Primitive(int depth) => Below(4) switch
    {
        0 => $"({Pick(Words.Numbers)})",
        1 => Pick(Words.Texts),
        2 => Pick(["true", "false", "null", "undefined"]),
        _ => depth > 0 ? $"({Primitive(depth - 1)} {Pick(Words.Binary)} ({Primitive(depth - 1)}))" : "1",
    };

    private string Array(int depth)
    {
        var items = new List<string>();
        for (var i = Below(5); i > 0; i--) items.Add(Below(12) switch
        {
            0 => "",
            1 => depth > 1 ? "..." + Array(depth - 1) : "1",
            2 => depth > 1 ? Array(depth - 1) : "[1, [2]]",
            3 => Expression(depth - 2),
            _ => Primitive(0),
        });
        var text = string.Join(", ", items);
        return $"[{(text.EndsWith(' ') ? text + "0" : text)}]";
    }

    private string Object(int depth)
    {
        var members = new List<string>();
        // V8 itself puts an accessor behind a spread in the wrong place.
        var accessors = Chance(50);
        for (var i = Below(4); i > 0; i--) members.Add(Below(9) switch
        {
            0 when AnyName() is var name && name != "undefined" => name,
            1 => $"[{Text(depth - 1)}]: {Expression(depth - 2)}",
            2 when depth > 1 && !accessors => $"...({Object(depth - 1)})",
            3 when accessors => $"get {Pick(Words.Keys[..3])}() {{ return {Expression(depth - 2)}; }}",
            4 => $"m() {{ return this.{Pick(Words.Keys[..3])}; }}",
            5 => $"'{Pick(Words.Keys)}': {Expression(depth - 2)}",
            _ => $"{Pick(Words.Keys[..5])}: {Expression(depth - 2)}",
        });
        return $"{{{string.Join(", ", members)}}}";
    }

    private string Function(int depth)
    {
        _functions++;
        var parameter = "p" + Below(3);
        _constants.Add(parameter);
        var body = Expression(depth - 1);
        _constants.Remove(parameter);
        return Below(6) switch
        {
            0 => $"(({parameter}) => {body})({Expression(depth - 1)})",
            1 => $"(({parameter} = {Leaf()}) => [{body}])()",
            2 => $"((...{parameter}) => [{body}])({Leaf()}, {Leaf()})",
            3 => $"(({{a: {parameter} = 1, ...r}}) => [{body}, r])({Object(depth - 1)})",
            4 => $"(function ({parameter}) {{ return [arguments.length, {body}]; }})({Leaf()})",
            _ => $"(([{parameter}, , ...r]) => [{body}, r])({Array(depth - 1)})",
        };
    }

    private string Callback(int kind, int depth)
    {
        if (kind == 3) return Pick(["(a, b) => a - b", "(a, b) => b - a", "(a, b) => String(a) < String(b) ? -1 : 1", "(a, b) => 0", "undefined"]);
        var names = kind == 2 ? new[] { "acc", "e" } : ["e", "i"];
        _constants.AddRange(names);
        var body = Pick([Expression(depth - 1), $"e {Pick(Words.Binary)} {Leaf()}", kind == 2 ? "acc + e" : "[e, i]", kind == 2 ? "acc" : "i % 2", "e"]);
        foreach (var name in names) _constants.Remove(name);
        return $"({string.Join(", ", names)}) => {(body.StartsWith('{') ? $"({body})" : body)}";
    }

    private string Call(string method, int depth)
    {
        if (method == "length") return ".length";
        if (method.EndsWith('|')) return $".{method[..^1]}()".Insert(0, "") is var call && Chance(50) ? call + ".next()" : $".{method[..^1]}().next().value";
        var split = method.Split(':');
        return $".{split[0]}({string.Join(", ", split[1].Select(kind => Argument(kind, depth)))})";
    }

    private string Argument(char kind, int depth) => kind switch
    {
        's' => Text(depth - 1),
        'i' => Small(),
        'p' => Positive(),
        'q' => (1 + Below(8)).ToString(System.Globalization.CultureInfo.InvariantCulture),
        'n' => Chance(80) ? $"({Pick(Words.Numbers)})" : Primitive(1),
        'v' => Chance(60) ? Primitive(1) : Expression(depth - 1),
        'a' => Array(depth - 1),
        'o' => $"({Object(depth - 1)})",
        'r' => Pick(Words.Patterns),
        'f' => "(m, a, b) => [m, a, b].join('~')",
        '1' => Callback(1, depth - 1),
        '2' => Callback(2, depth - 1),
        '3' => Chance(80) ? Callback(3, depth) : "undefined",
        _ => kind.ToString(),
    };

    /// <summary>Fills single letters of a template that stand alone.</summary>
    private string Fill(string template, int depth)
    {
        var result = new System.Text.StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            var c = template[i];
            var alone = (i == 0 || !(char.IsLetterOrDigit(template[i - 1]) || template[i - 1] is '.' or '_' or '\'')) && (i + 1 == template.Length || !(char.IsLetterOrDigit(template[i + 1]) || template[i + 1] is ':' or '\''));
            var spread = i >= 3 && template[(i - 3)..i] == "...";
            var pair = i + 1 < template.Length && "sivn".Contains(c) && "iv".Contains(template[i + 1]) && (i + 2 == template.Length || !char.IsLetterOrDigit(template[i + 2])) && (i == 0 || template[i - 1] == '(');
            if (pair)
            {
                result.Append(Argument(c, depth)).Append(", ").Append(Argument(template[++i], depth));
                continue;
            }
            result.Append("sipnvaor1".Contains(c) && (alone || spread) && !(c == '1' && i > 0 && template[i - 1] is not (' ' or '(')) && !IsDigitOfNumber(template, i) ? Argument(c, depth) : c.ToString());
        }
        return result.ToString();
    }

    private static bool IsDigitOfNumber(string template, int i) => template[i] == '1' && (template.Contains("10, 1", StringComparison.Ordinal) || template.Contains("1e12", StringComparison.Ordinal));
}
