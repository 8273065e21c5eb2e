using JsExpressions.BuiltIns;
using JsExpressions.Values;

namespace JsExpressions.Libraries.Lodash;

/// <summary>The global <c>_</c>: lodash 4.17 as forms use it.</summary>
internal static class LodashLibrary
{
    public static JsObject Make()
    {
        var lodash = new NativeFunction("lodash", 1, (run, _, args) => LodashChain.Wrap(run, args.At(0), isExplicit: false));
        LodashArrays.Install(lodash);
        LodashSets.Install(lodash);
        LodashCollections.Install(lodash);
        LodashOrder.Install(lodash);
        LodashChecks.Install(lodash);
        LodashConversions.Install(lodash);
        LodashMath.Install(lodash);
        LodashObjects.Install(lodash);
        LodashText.Install(lodash);
        LodashWords.Install(lodash);
        LodashFunctions.Install(lodash);
        LodashChain.Install(lodash);
        lodash.DefineOwn("VERSION", "4.17.21", Attributes.Hidden);
        return lodash;
    }

    public static void Alias(this JsObject target, string alias, string name) => target.DefineOwn(alias, target.Get(name), Attributes.Hidden);
}
