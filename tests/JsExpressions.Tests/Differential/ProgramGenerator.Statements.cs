namespace JsExpressions.Tests.Differential;

internal sealed partial class ProgramGenerator
{
    private string Statement(int depth)
    {
        if (depth <= 0) return Expression(2) is var plain && plain.StartsWith("({", StringComparison.Ordinal) ? $";{plain};" : $"{plain};";
        switch (Below(23))
        {
            case 0 or 1 or 2 or 3: return Declaration();
            case 4: return $"if ({Expression(2)}) {Block(depth - 1)} else {Block(depth - 1)}";
            case 5: return Loop(depth);
            case 6: return ForOf(depth);
            case 7:
                var key = NewName();
                return $"var {key} = ''; for (const k in {Chance(70).ToString().Length switch { 4 => $"({Object(2)})", _ => Array(2) }}) {{ {key} += k + ':'; }}" + Remember(key);
            case 8: return $"switch ({Expression(1)}) {{ case {Leaf()}: {VariableOr("y")} = {Leaf()}; break; case {Leaf()}: case {Leaf()}: {VariableOr("y")} = {Leaf()}; default: {VariableOr("y")} = {Leaf()}; }}";
            case 9: return Try(depth);
            case 10: return Destructuring();
            case 11: return NamedFunction(depth);
            case 12: return Closures();
            case 13: return $"{VariableOr("z")} {Pick(["=", .. Words.Compound])} {Expression(3)};";
            case 14: return Labelled();
            case 15: return Constructor();
            case 16: return Block(depth - 1);
            case 17: return Class();
            case 18 or 19: return Generator();
            case 20: return Iterable();
            case 21: return BigInts();
            default: return $"{VariableOr("w")} = {Expression(3)};";
        }
    }

    private string Remember(string name)
    {
        if (!_variables.Contains(name)) _variables.Add(name);
        return "";
    }

    private string Declaration()
    {
        var name = NewName();
        var value = Expression(3);
        if (_depthOfBlocks == 0 && Chance(60))
        {
            if (Chance(50))
            {
                _constants.Add(name);
                return $"const {name} = {value};";
            }
            Remember(name);
            return $"let {name} = {value};";
        }
        Remember(name);
        return $"var {name} = {value};";
    }

    private int _depthOfBlocks;

    private string Block(int depth)
    {
        _depthOfBlocks++;
        var (variables, constants) = (_variables.Count, _constants.Count);
        var lines = new List<string>();
        for (var i = 1 + Below(2); i > 0; i--) lines.Add(Statement(depth));
        if (Chance(30)) lines.Insert(0, $"let s = {Leaf()}; const f = () => s; {VariableOr("u")} = f();");
        _depthOfBlocks--;
        _constants.RemoveRange(constants, _constants.Count - constants);
        return $"{{ {string.Join(' ', lines)} }}" + (variables < 0 ? "" : "");
    }

    private string Loop(int depth)
    {
        var counter = "n" + (_loops++).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var body = Block(depth - 2);
        var skip = Chance(30) ? $"if ({counter} === 1) {Pick(["continue", "break"])};" : "";
        return Below(3) switch
        {
            0 => $"for (let {counter} = 0; {counter} < {Positive()}; {counter}++) {{ {skip} {body} }}",
            1 => $"var {counter} = 0; while ({counter}++ < 3) {{ {skip} {body} }}",
            _ => $"var {counter} = 3; do {{ {body} }} while ({counter}-- > 0);",
        };
    }

    private string ForOf(int depth)
    {
        var item = "q" + (_loops++).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var source = Below(4) switch { 0 => Text(2), 1 => $"new Set({Array(2)})", 2 => $"Object.entries({Object(2)})", _ => Array(2) };
        _constants.Add(item);
        var body = Block(depth - 2);
        _constants.Remove(item);
        return $"for ({Pick(["const", "let", "var"])} {item} of {source}) {{ {VariableOr("t")} = {item}; {body} }}";
    }

    private string Try(int depth)
    {
        var name = NewName();
        var thrown = Pick([$"throw {Expression(1)};", "null.x;", "undefinedName;", "(1)();", "const k = 1; k = 2;", "[].reduce((a, b) => a);", "'x'.repeat(-1);", "JSON.parse('{');", $"{Expression(2)};", "new Array(-1);", "({}).a.b;", "let d = d;"]);
        Remember(name);
        return $"var {name}; try {{ {Block(depth - 2)} {thrown} }} catch (e) {{ {name} = e instanceof Error ? e.name : e; }}{(Chance(40) ? $" finally {{ {VariableOr("g")} = {Leaf()}; }}" : "")}";
    }

    private string Destructuring()
    {
        var (a, b) = (NewName(), NewName());
        Remember(a);
        Remember(b);
        return Below(5) switch
        {
            0 => $"var [{a}, {b} = {Leaf()}] = {Array(2)};",
            1 => $"var {{a: {a}, b: {b} = {Expression(1)}}} = {Object(2)};",
            2 => $"var [{a}, ...{b}] = {Text(2)};",
            3 => $"var {a} = {Leaf()}, {b} = {Leaf()}; [{a}, {b}] = [{b}, {a}];",
            _ => $"var {{a: {a}, ...{b}}} = {Object(2)};",
        };
    }

    private string NamedFunction(int depth)
    {
        var name = "f" + (_functions++).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var result = NewName();
        _constants.AddRange(["a", "b"]);
        var body = Expression(2);
        _constants.Remove("a");
        _constants.Remove("b");
        var text = Below(3) switch
        {
            0 => $"function {name}(a, b) {{ if (a > 3) return b; {(Chance(50) ? "a = a + 1;" : "")} return {body}; }}",
            1 => $"function {name}(a, b = a) {{ return typeof a === 'number' && a > 0 && a < 5 ? {name}(a - 1, b) : {body}; }}",
            _ => $"var {name} = function (a, ...b) {{ return [this === undefined, a, b.length]; }};",
        };
        Remember(result);
        return $"{text} var {result} = {name}({Leaf()}, {Leaf()});" + (depth < 0 ? "" : "");
    }

    private string Closures()
    {
        var (list, result) = (NewName(), NewName());
        Remember(result);
        return $"var {list} = []; for ({Pick(["let", "var"])} c = 0; c < 3; c++) {{ {list}.push(() => c{Pick(["", "++", " * 2"])}); }} var {result} = {list}.map(f => f());";
    }

    private string Labelled()
    {
        var name = NewName();
        Remember(name);
        return $"var {name} = 0; outer: for (let x = 0; x < 3; x++) {{ for (let y = 0; y < 3; y++) {{ {name} += x * y; if (x === {Positive()}) {Pick(["continue", "break"])} outer; if (y === 1) {Pick(["continue", "break"])}; }} }}";
    }

    private string Constructor()
    {
        var name = NewName();
        Remember(name);
        return $"function K(a) {{ this.a = a; {(Chance(30) ? "return {r: 1};" : "")} }} K.prototype.m = function () {{ return [this.a, this instanceof K]; }}; var {name} = new K({Leaf()}); {name} = {name}.m ? {name}.m() : {name};";
    }
}
