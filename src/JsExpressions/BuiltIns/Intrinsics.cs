using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>
/// The built-in prototypes: one set for the whole process, frozen, so that no script can reach another through them.
/// </summary>
internal static class Intrinsics
{
    public static readonly JsObject ObjectPrototype = new(null);
    public static readonly JsObject FunctionPrototype = new FunctionPrototypeObject(ObjectPrototype);
    public static readonly JsObject ArrayPrototype = new(ObjectPrototype);
    public static readonly JsObject StringPrototype = new(ObjectPrototype);
    public static readonly JsObject NumberPrototype = new(ObjectPrototype);
    public static readonly JsObject BooleanPrototype = new(ObjectPrototype);
    public static readonly JsObject DatePrototype = new(ObjectPrototype);
    public static readonly JsObject RegExpPrototype = new(ObjectPrototype);
    public static readonly JsObject MapPrototype = new(ObjectPrototype);
    public static readonly JsObject SetPrototype = new(ObjectPrototype);
    public static readonly JsObject BigIntPrototype = new(ObjectPrototype);
    public static readonly JsObject SymbolPrototype = new(ObjectPrototype);
    public static readonly JsObject PromisePrototype = new(ObjectPrototype);
    public static readonly JsObject IteratorPrototype = new(ObjectPrototype);
    public static readonly JsObject BuiltInIteratorPrototype = new(IteratorPrototype);
    public static readonly JsObject GeneratorPrototype = new(IteratorPrototype);
    public static readonly JsObject GeneratorFunctionPrototype = new(FunctionPrototype);
    public static readonly JsObject AsyncFunctionPrototype = new(FunctionPrototype);
    public static readonly JsObject ErrorPrototype = new(ObjectPrototype);
    public static readonly JsObject AggregateErrorPrototype = new(ErrorPrototype);
    public static readonly JsObject TypeErrorPrototype = new(ErrorPrototype);
    public static readonly JsObject RangeErrorPrototype = new(ErrorPrototype);
    public static readonly JsObject ReferenceErrorPrototype = new(ErrorPrototype);
    public static readonly JsObject SyntaxErrorPrototype = new(ErrorPrototype);
    public static readonly JsObject UriErrorPrototype = new(ErrorPrototype);
    public static readonly JsObject EvalErrorPrototype = new(ErrorPrototype);
}
