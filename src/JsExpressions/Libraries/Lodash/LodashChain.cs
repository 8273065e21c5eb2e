using JsExpressions.BuiltIns;
using JsExpressions.Values;

namespace JsExpressions.Libraries.Lodash;

/// <summary>
/// <c>_(value)</c> and <c>_.chain(value)</c>: lodash's functions as methods. Each is carried out at once, where lodash
/// waits for <c>value()</c>; only callbacks with effects of their own can tell.
/// </summary>
internal static class LodashChain
{
    // The functions whose results stay wrapped without chain() (lodash.js, "Add methods that return wrapped values").
    private static readonly HashSet<string> Wrapped = [.. """
        after ary assign assignIn assignInWith assignWith at before bind bindAll bindKey castArray chunk compact concat cond conforms constant
        countBy create curry curryRight debounce defaults defaultsDeep defer delay difference differenceBy differenceWith drop dropRight
        dropRightWhile dropWhile entries entriesIn extend extendWith fill filter flatMap flatMapDeep flatMapDepth flatten flattenDeep flattenDepth
        flip flow flowRight fromPairs functions functionsIn groupBy initial intersection intersectionBy intersectionWith invert invertBy invokeMap
        iteratee keyBy keys keysIn map mapKeys mapValues matches matchesProperty memoize merge mergeWith method methodOf mixin negate nthArg omit
        omitBy once orderBy over overArgs overEvery overSome partial partialRight partition pick pickBy property propertyOf pull pullAll pullAllBy
        pullAllWith pullAt range rangeRight rearg reject remove rest reverse sampleSize set setWith shuffle slice sortBy sortedUniq sortedUniqBy
        split spread tail take takeRight takeRightWhile takeWhile tap throttle thru toArray toPairs toPairsIn toPath toPlainObject transform unary
        union unionBy unionWith uniq uniqBy uniqWith unset unzip unzipWith update updateWith values valuesIn without words wrap xor xorBy xorWith
        zip zipObject zipObjectDeep zipWith
        """.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static readonly JsObject Methods = new();

    /// <summary>Gives lodash its chains; all its other functions are installed already.</summary>
    public static void Install(JsObject lodash)
    {
        lodash
            .Function("chain", 1, (run, _, args) => Wrap(run, args.At(0), isExplicit: true))
            .Function("tap", 2, (run, _, args) =>
            {
                Callback.Of(run, args.At(1)).Call(run, JsValue.Undefined, [args.At(0)]);
                return args.At(0);
            })
            .Function("thru", 2, (run, _, args) => Callback.Of(run, args.At(1)).Call(run, JsValue.Undefined, [args.At(0)]));
        foreach (var name in lodash.OwnKeys().ToArray())
            if (lodash.Get(name).Ref is JsFunction function && name is not ("chain" or "prototype")) AddMethod(name, function);
        foreach (var name in (string[])["push", "sort", "unshift"]) AddArrayMethod(name, keepsValue: true);
        foreach (var name in (string[])["pop", "shift", "splice"]) AddArrayMethod(name, keepsValue: false);
        foreach (var name in (string[])["value", "valueOf", "toJSON"]) Methods.Function(name, 0, (run, self, _) => This(run, self).Value);
        Methods
            .Function("chain", 0, (run, self, _) => Wrap(run, This(run, self).Value, isExplicit: true))
            .Function("commit", 0, (run, self, _) => self)
            .Function("toString", 0, (run, self, _) => Coercion.ToText(run, This(run, self).Value));
        lodash.DefineOwn("prototype", Methods, Attributes.None);
    }

    public static JsValue Wrap(JsRun run, JsValue value, bool isExplicit)
    {
        run.Budget.Object();
        return value.Ref is JsChain known && known.IsExplicit == isExplicit ? known : new JsChain(value.Ref is JsChain inner ? inner.Value : value, isExplicit);
    }

    private static void AddMethod(string name, JsFunction function) => Methods.Function(name, 0, (run, self, args) =>
    {
        var chain = This(run, self);
        var result = function.Call(run, JsValue.Undefined, [chain.Value, .. args]);
        return chain.IsExplicit || Wrapped.Contains(name) ? Wrap(run, result, chain.IsExplicit) : result;
    });

    private static void AddArrayMethod(string name, bool keepsValue)
    {
        var function = (JsFunction)Intrinsics.ArrayPrototype.Get(name).AsObject; // a method of Array
        Methods.Function(name, 0, (run, self, args) =>
        {
            var chain = This(run, self);
            var result = function.Call(run, chain.Value, args);
            if (keepsValue) return Wrap(run, chain.Value, chain.IsExplicit);
            return chain.IsExplicit || name == "splice" ? Wrap(run, result, chain.IsExplicit) : result;
        });
    }

    private static JsChain This(JsRun run, JsValue self) =>
        self.Ref as JsChain ?? throw JsErrors.Type(run, "A method of a lodash chain was called on something else");

    private sealed class JsChain(JsValue value, bool isExplicit) : JsObject(Methods)
    {
        public JsValue Value { get; } = value;

        public bool IsExplicit { get; } = isExplicit;
    }
}
