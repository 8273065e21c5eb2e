namespace JsExpressions.Tests.Differential;

/// <summary>What generated programs are made of.</summary>
internal static class Words
{
    public static readonly string[] Numbers =
    [
        "0", "-0", "1", "-1", "2", "3", "7", "10", "0.5", "-1.5", "0.1", "0.2", "2.5", "1e21", "1e-7", "123.456", "255", "4294967296", "2147483648",
        "-2147483649", "9007199254740991", "NaN", "Infinity", "-Infinity", "1.005", "100", "1e300", "5e-324", "0xff", "0b101", "1_000", "1234.5678",
    ];

    public static readonly string[] Texts =
    [
        "''", "'a'", "'b'", "'abc'", "'Hello World'", "'0'", "'12'", "' 12 '", "'1e3'", "'0x10'", "'-5.5'", "'true'", "'null'", "'NaN'", "'a,b;c'",
        "'aXbXc'", "'ñandú'", "'ÀÉî'", "'😀x'", "'a\\nb'", "'tab\\t'", "'length'", "'0.1'", "'ZZ top'", "'  '", "'straße'", "'10'", "'9'", "'x-y-z'",
        "'2026-03-15'", "\"it's\"", "'aaa'", "'[1,2]'", "'{\"a\":1}'", "'\\u0041'", "`t`", "'\\u2028'", "'İ'", "'ΑΣ'",
    ];

    public static readonly string[] Binary =
    [
        "+", "+", "+", "-", "*", "/", "%", "==", "!=", "===", "!==", "<", ">", "<=", ">=", "&", "|", "^", "<<", ">>", ">>>",
    ];

    public static readonly string[] Unary = ["-", "+", "!", "~", "typeof ", "void ", "!!"];

    public static readonly string[] Compound = ["+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", ">>>=", "&&=", "||=", "??="];

    public static readonly string[] Keys = ["a", "b", "c", "length", "x", "0", "1", "name", "constructor", "toString", "__proto__x"];

    /// <summary>Methods of texts with the kinds of their arguments: s text, i small integer, v any value, f callback on matches, r regular expression.</summary>
    public static readonly string[] TextMethods =
    [
        "charAt:i", "charCodeAt:i", "codePointAt:i", "at:i", "concat:vv", "includes:s", "includes:si", "endsWith:s", "endsWith:si", "startsWith:s",
        "startsWith:si", "indexOf:s", "indexOf:si", "lastIndexOf:s", "lastIndexOf:si", "padStart:is", "padEnd:is", "padEnd:i", "repeat:p", "replace:ss",
        "replace:rs", "replace:rf", "replaceAll:ss", "replaceAll:sf", "search:r", "slice:i", "slice:ii", "split:s", "split:sp", "split:r", "split:rp", "substring:i",
        "substring:ii", "substr:ii", "toLowerCase:", "toUpperCase:", "trim:", "trimStart:", "trimEnd:", "normalize:", "match:r", "match:s", "toString:",
        "valueOf:", "isWellFormed:", "localeCompare:s", "split:", "at:v", "slice:vv", "indexOf:v", "charAt:v", "substring:vv",
    ];

    public static readonly string[] NumberMethods =
    [
        "toFixed:p", "toString:", "toString:2", "toString:16", "toString:36", "toPrecision:q", "toExponential:p", "valueOf:", "toFixed:", "toString:3",
    ];

    public static readonly string[] ArrayMethods =
    [
        "at:i", "concat:v", "concat:a", "concat:av", "copyWithin:ii", "entries|", "every:1", "fill:v", "fill:vii", "filter:1", "find:1", "findIndex:1",
        "findLast:1", "findLastIndex:1", "flat:", "flat:p", "flatMap:1", "forEach:1", "includes:v", "indexOf:v", "indexOf:vi", "join:", "join:s", "keys|",
        "lastIndexOf:v", "map:1", "pop:", "push:v", "push:vv", "reduce:2v", "reduceRight:2v", "reverse:", "shift:", "slice:", "slice:i", "slice:ii", "some:1",
        "sort:", "sort:3", "splice:i", "splice:ip", "splice:ipv", "toReversed:", "toSorted:", "toSorted:3", "toSpliced:ip", "toSpliced:ipv", "toString:", "unshift:v",
        "values|", "with:iv", "reduce:2", "map:1v", "length",
    ];

    public static readonly string[] MathFunctions =
    [
        "abs:n", "ceil:n", "floor:n", "round:n", "trunc:n", "sign:n", "sqrt:n", "max:nn", "min:nn", "max:", "pow:pp", "hypot:pp", "fround:n", "imul:nn", "clz32:n",
        "max:vvv", "min:vv", "abs:v", "round:v", "floor:v",
    ];

    public static readonly string[] Globals =
    [
        "parseInt(s)", "parseInt(si)", "parseFloat(s)", "Number(v)", "String(p)", "Boolean(v)", "isNaN(v)", "isFinite(v)", "Number.isInteger(v)",
        "Number.isSafeInteger(n)", "Number.parseFloat(s)", "Array.isArray(v)", "Array.of(vv)", "Array.from(a)", "Array.from(s)", "Array.from({length: p}, 1)",
        "Object.keys(o)", "Object.values(o)", "Object.entries(o)", "Object.assign({}, o, o)", "Object.fromEntries([[s, v], [s, v]])", "Object.is(v, v)",
        "Object.hasOwn(o, s)", "Object.freeze(o)", "JSON.stringify(v)", "JSON.stringify(o)", "JSON.stringify(a, null, p)", "JSON.stringify([v, v])", "JSON.parse(s)",
        "JSON.stringify({a: v, b: v}, ['a'])", "String.fromCharCode(65, i)", "encodeURIComponent(s)", "decodeURIComponent(s)", "encodeURI(s)", "escape(s)", "unescape(s)",
        "new Set(a)", "new Set(s)", "[...new Set(a)]", "new Map([[v, v], [s, v]])", "new Map([[v, v]]).get(v)", "new Set([v, v]).has(v)", "[...new Map([[s, v], [s, v]]).keys()]",
        "new Date(n).getTime() * 0", "new Date(2026, i, i).toISOString()", "new Date(s).getTime() > 0", "new Date(2026, p, p, p).getDay()", "Date.UTC(2020, i, i)", "new Date(2000 + p, i).getTime()",
        "new Date(2026, i, p, i, i).toString()", "new Date(1e12).setMonth(i)", "new Date(1e12 + 0).setDate(i)", "new Date(2026, p, p).getTimezoneOffset()",
        "Object.entries(a)", "Object.keys(s)", "new String(s)", "new Number(n)", "Object(v)", "Math.max(...a)", "[...s]", "[...a, v]", "({...o, k: v})", "({...o}).a",
        "typeof v", "v instanceof Object", "a instanceof Array", "s in o", "p in a", "delete o.a", "String(a)", "`${p}-${s}`", "Object.getOwnPropertyNames(o)",
        "Object.getPrototypeOf(o) === Object.prototype", "Object.isFrozen(o)", "Object.getOwnPropertyDescriptor(o, 'a')", "Number(s)", "+s",
        "new Date(2026, 2, 8, p).toISOString()", "new Date(2026, 10, 1, p).toISOString()", "[].concat(v, a, v)", "(n).toLocaleString('en-US')",
    ];

    public static readonly string[] Patterns =
    [
        "/a/", "/a/g", "/[a-c]+/gi", "/(\\w)(\\w)/", "/(\\w)(\\w)/g", "/\\d+/", "/\\d+/g", "/^\\s*|\\s*$/g", "/(?<first>[a-z])(?<rest>.*)/", "/b|c/", "/./gu", "/./g", "/\\b/g", "/(?=b)/",
        "/x*/g", "/(a)|(b)/g", "/[^a-z]/gi", "/\\s/", "/[,;]/", "/-/g", "/o(?!r)/", "/(?<=l)o/", "/$/", "/^/gm", "/\\p{Lu}/gu", "/[\\s\\S]/", "/(.)\\1/", "/é|ñ/i", "/a{2,3}/", "/a{2,}?/g", "/\\W+/",
    ];

    public static readonly string[] Replacements = ["'[$&]'", "'$1-$2'", "'$$'", "'$`|$\\''", "''", "'$<first>'", "'$0$3'", "'x'", "'$10'"];
}
