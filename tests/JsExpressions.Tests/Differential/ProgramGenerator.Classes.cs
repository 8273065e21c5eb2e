namespace JsExpressions.Tests.Differential;

/// <summary>Classes, generators, iterables of the script's own, and BigInt.</summary>
internal sealed partial class ProgramGenerator
{
    private string Class()
    {
        var (parent, child, result) = (NewName(), NewName(), NewName());
        var field = Pick(["a", "'b c'", "3", "[Symbol.iterator]"]);
        var members = new List<string> { $"#p = {Leaf()};", $"{(field.StartsWith('[') ? "a" : field)} = {Expression(2)};", "constructor(x) { this.x = x; }" };
        if (Chance(50)) members.Add($"static s = {Leaf()}; static t() {{ return this.s; }}");
        if (Chance(50)) members.Add("get g() { return [this.#p, this.x]; } set g(v) { this.#p = v; }");
        if (Chance(30)) members.Add("#m(y) { return [y, this.#p]; } call(y) { return this.#m(y); }");
        if (Chance(30)) members.Add("static { this.u = 1; } static has(o) { return #p in o; }");
        if (field.StartsWith('[')) members.Add($"*{field}() {{ yield this.x; yield* {Array(1)}; }}");
        members.Add($"m(y) {{ this.#p = y; return {Expression(2)}; }}");
        var call = Pick(["super(x)", "super(...arguments)", "(() => super(x))()", ""]);
        var own = call.Length == 0 ? "" : $"constructor(x) {{ {Pick(["", "if (x === 1) return { early: 1 };"])} {call}; this.n = new.target === {child}; }}";
        Remember(result);
        return $"class {parent} {{ {string.Join(' ', members)} }} class {child} extends {Pick([parent, parent, parent, "Array", "Error", "Map"])} {{ {own} k = {Leaf()}; m(y) {{ return [super.m?.(y), y, this.k]; }} }} "
            + $"var {result} = []; try {{ const o = new {child}({Pick(["", "1", "2", "'x'"])}); {result}.push(o.m({Leaf()}), o.g, o.call?.(2), {child}.t?.(), {child}.has?.(o), o.a, o.n, o instanceof {parent}, Object.keys(o){(field.StartsWith('[') ? ", [...o]" : "")}); o.g = 5; {result}.push(o.g); }} catch (e) {{ {result}.push(e instanceof Error ? e.name : e); }}";
    }

    private string Generator()
    {
        var (name, log, result) = ("g" + (_functions++).ToString(System.Globalization.CultureInfo.InvariantCulture), NewName(), NewName());
        Remember(log);
        Remember(result);
        var pieces = new[]
        {
            $"const r = yield {Expression(2)}; {log}.push(r);",
            $"yield* {Array(2)};",
            $"for (let i = 0; i < 3; i++) {{ if (i === {Positive()}) {Pick(["continue", "break"])}; yield () => i; }}",
            $"try {{ yield 1; {Pick(["throw 'own'", "null.x", ""])}; yield 2; }} catch (e) {{ yield e instanceof Error ? e.name : e; }} finally {{ {log}.push('f'); {Pick(["", "yield 'in finally';"])} }}",
            $"{log}.push([yield 'a', (yield 'b') + {Leaf()}, `${{yield 'c'}}`]);",
            $"{log}.push((yield 1) {Pick(["&&", "||", "??"])} (yield 2), (yield 3) ? yield 4 : yield 5);",
            $"let o = {{ n: 1 }}; o.n {Pick(["+=", "*=", "??="])} yield o; {log}.push(o.n);",
            $"switch (yield 's') {{ case {Leaf()}: yield 'one'; break; case {Leaf()}: yield 'two'; default: yield 'rest'; }}",
            $"var [p, q = yield 7] = [1]; {log}.push(p, q);".Replace("yield 7", Leaf(), StringComparison.Ordinal),
            $"let n = 0; do {{ var z = yield {Leaf()}; }} while (z === {Leaf()} && n++ < 5);",
            $"return {Leaf()};",
        };
        var body = string.Join(' ', Enumerable.Range(0, 1 + Below(3)).Select(_ => $"{{ {Pick(pieces)} }}"));
        var use = Pick([
            $"{result} = [...{name}({Leaf()})].map(x => typeof x === 'function' ? x() : x);",
            $"for (const x of {name}()) {{ {result}.push(typeof x === 'function' ? x() : x); if ({result}.length > {Positive()}) break; }}",
            $"const it = {name}(); {result}.push(it.next(), it.next({Leaf()}), it.next({Leaf()}), it.return({Leaf()}), it.next());",
            $"const it = {name}(); try {{ {result}.push(it.next({Leaf()}), it.throw({Leaf()}), it.next()); }} catch (e) {{ {result}.push(e instanceof Error ? e.name : e); }}",
            $"const [x, ...y] = {name}(); {result}.push(typeof x, y.length);",
        ]);
        return $"var {log} = [], {result} = []; function* {name}(a) {{ {body} }} {{ {use} }} {result} = {result}.map(x => x && typeof x.value === 'function' ? 'fn' : typeof x === 'function' ? 'fn' : x);";
    }

    private string Iterable()
    {
        var (log, result) = (NewName(), NewName());
        Remember(log);
        Remember(result);
        var source = $"{{ [Symbol.iterator]() {{ let i = 0; return {{ next() {{ {log}.push('n'); {Pick(["", "", "if (i === 1) throw 'next';"])} return {{ done: i >= {Positive()}, value: i++ }}; }}, {Pick(["", $"return() {{ {log}.push('r'); return {{}}; }}"])} }}; }} }}";
        var use = Pick([$"[...{source}]", $"(([a, b]) => [a, b])({source})", $"Array.from({source}, x => x * 2)", $"new Set({source}).size", $"Math.max(...{source})",
            $"(() => {{ for (const x of {source}) {{ if (x === 1) {Pick(["break", "throw 'body'", "return 'left'"])}; }} }})()"]);
        return $"var {log} = [], {result}; try {{ {result} = {use}; }} catch (e) {{ {result} = e instanceof Error ? e.name : e; }}";
    }

    private string BigInts()
    {
        var result = NewName();
        Remember(result);
        string[] numbers = ["0n", "1n", "-1n", "7n", "255n", "-128n", "9007199254740993n", "0xffn", "(2n ** 70n)", "123456789012345678901234567890n", "BigInt('42')", "BigInt(-3)"];
        string[] others = [.. numbers, .. numbers, "1", "0.5", "'7'", "true", "null", "NaN", "Infinity", "'x'"];
        var text = Below(6) switch
        {
            0 or 1 => $"{Pick(numbers)} {Pick(Words.Binary)} {Pick(others)}",
            2 => $"{Pick(["-", "~", "!", "typeof ", "+"])}{Pick(numbers)}",
            3 => $"({Pick(numbers)}).toString({Pick(["", "2", "16", "36"])})",
            4 => $"BigInt.{Pick(["asIntN", "asUintN"])}({Positive()} * 8, {Pick(numbers)})",
            _ => $"{Pick(numbers)} ** {Pick(["0n", "1n", "5n", "-1n"])}",
        };
        return $"var {result}; try {{ {result} = {text}; {result} = [typeof {result}, String({result})]; }} catch (e) {{ {result} = e.name; }}";
    }
}
