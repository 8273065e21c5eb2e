using JsExpressions.BuiltIns;
using JsExpressions.Values;

namespace JsExpressions.Libraries.Lodash;

/// <summary>is…</summary>
internal static class LodashChecks
{
    public static void Install(JsObject target)
    {
        Add(target, "isArguments", value => value.Ref is Evaluation.JsArguments);
        Add(target, "isArray", value => value.Ref is JsArray);
        Add(target, "isArrayLike", IsArrayLike);
        Add(target, "isArrayLikeObject", value => value.IsObject && IsArrayLike(value));
        Add(target, "isBoolean", value => value.IsBoolean || value.Ref is JsWrapper { Value.IsBoolean: true });
        Add(target, "isDate", value => value.Ref is JsDate);
        Add(target, "isElement", _ => false);
        Add(target, "isBuffer", _ => false);
        Add(target, "isTypedArray", _ => false);
        Add(target, "isSymbol", _ => false);
        Add(target, "isWeakMap", _ => false);
        Add(target, "isWeakSet", _ => false);
        Add(target, "isArrayBuffer", _ => false);
        Add(target, "isError", value => value.Ref is JsError);
        Add(target, "isFinite", value => value.IsNumber && double.IsFinite(value.Num));
        Add(target, "isFunction", value => value.Ref is JsFunction);
        Add(target, "isNative", value => value.Ref is NativeFunction);
        Add(target, "isInteger", value => value.IsNumber && double.IsInteger(value.Num));
        Add(target, "isLength", value => value.IsNumber && double.IsInteger(value.Num) && value.Num is >= 0 and <= 9007199254740991);
        Add(target, "isMap", value => value.Ref is JsMap);
        Add(target, "isNaN", value => value.IsNumber ? double.IsNaN(value.Num) : value.Ref is JsWrapper { Value: { IsNumber: true } number } && double.IsNaN(number.Num));
        Add(target, "isNil", value => value.IsNullish);
        Add(target, "isNull", value => value.IsNull);
        Add(target, "isNumber", value => value.IsNumber || value.Ref is JsWrapper { Value.IsNumber: true });
        Add(target, "isObject", value => value.IsObject);
        Add(target, "isObjectLike", value => value.IsObject && value.Ref is not JsFunction);
        Add(target, "isPlainObject", value => value.ObjectOrNull is { } plain && DeepCopy.IsPlain(plain));
        Add(target, "isRegExp", value => value.Ref is JsRegExp);
        Add(target, "isSafeInteger", value => value.IsNumber && double.IsInteger(value.Num) && Math.Abs(value.Num) <= 9007199254740991);
        Add(target, "isSet", value => value.Ref is JsSet);
        Add(target, "isString", value => value.IsString || value.Ref is JsWrapper { Value.IsString: true });
        Add(target, "isUndefined", value => value.IsUndefined);
        target
            .Function("isEmpty", 1, (run, _, args) => IsEmpty(run, args.At(0)))
            .Function("isEqual", 2, (run, _, args) => DeepEquality.Equal(run, args.At(0), args.At(1)))
            .Function("isEqualWith", 3, (run, _, args) =>
            {
                var chosen = args.At(2).Ref is JsFunction customize ? customize.Call(run, JsValue.Undefined, [args.At(0), args.At(1)]) : default;
                return chosen.IsUndefined ? DeepEquality.Equal(run, args.At(0), args.At(1)) : chosen.IsTruthy;
            })
            .Function("isMatch", 2, (run, _, args) => DeepEquality.Matches(run, args.At(0), args.At(1)))
            .Function("eq", 2, (_, _, args) => Coercion.SameValueZero(args.At(0), args.At(1)))
            .Function("gt", 2, (run, _, args) => Compare(run, args.At(1), args.At(0)) == true)
            .Function("gte", 2, (run, _, args) => Compare(run, args.At(0), args.At(1)) == false)
            .Function("lt", 2, (run, _, args) => Compare(run, args.At(0), args.At(1)) == true)
            .Function("lte", 2, (run, _, args) => Compare(run, args.At(1), args.At(0)) == false)
            .Function("conformsTo", 2, (run, _, args) =>
            {
                foreach (var (key, test) in Collection.Entries(run, args.At(1)))
                {
                    var name = Coercion.ToKey(run, key);
                    if (args.At(0).IsNullish || !Coercion.ToObject(run, args.At(0)).HasProperty(name)) return false;
                    if (!Callback.Of(run, test).Call(run, JsValue.Undefined, [Evaluation.Properties.Get(run, args.At(0), name)]).IsTruthy) return false;
                }
                return true;
            });
    }

    public static bool IsEmpty(JsRun run, JsValue value) =>
        !value.IsString && !value.IsObject || LodashCollections.Size(run, value) == 0;

    // Texts compare as texts, anything else as numbers.
    private static bool? Compare(JsRun run, JsValue a, JsValue b) =>
        a.IsString && b.IsString ? Coercion.Less(run, a, b, leftFirst: true) : Coercion.Less(run, Coercion.ToNumber(run, a), Coercion.ToNumber(run, b), leftFirst: true);

    private static bool IsArrayLike(JsValue value) =>
        value.IsString || (value.ObjectOrNull is { } source and not JsFunction && source.Get("length") is { IsNumber: true } length
            && double.IsInteger(length.Num) && length.Num is >= 0 and <= 9007199254740991);

    private static void Add(JsObject target, string name, Func<JsValue, bool> test) => target.Function(name, 1, (_, _, args) => test(args.At(0)));
}
