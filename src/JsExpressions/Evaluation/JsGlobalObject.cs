using JsExpressions.Values;

namespace JsExpressions.Evaluation;

/// <summary>
/// <c>globalThis</c>, and <c>this</c> where nothing else is: the names of the evaluation's scope as properties, the
/// library's behind them. What is written lands in the scope, so nothing outlives what the host gave.
/// </summary>
internal sealed class JsGlobalObject(JsScope scope, JsLibrary library) : JsObject
{
    internal override bool IsExotic => true;

    internal override bool TryGetOwn(string key, out Property property)
    {
        if (JsSymbol.IsKey(key)) return base.TryGetOwn(key, out property);
        var binding = key == ScriptRoot.GlobalName ? null : scope.Find(key) ?? library.Find(key);
        property = binding is null ? default : new Property { Value = binding.Read(), Attributes = binding.IsShared ? Attributes.Hidden : Attributes.Plain };
        if (binding is not null || key != ScriptRoot.GlobalName) return binding is not null;
        property = new Property { Value = this, Attributes = Attributes.Hidden };
        return true;
    }

    internal override void DefineOwn(string key, JsValue value, Attributes attributes)
    {
        if (JsSymbol.IsKey(key)) base.DefineOwn(key, value, attributes);
        else scope.Set(key, (attributes & Attributes.Accessor) == 0 ? value : JsValue.Undefined); // names have no accessors
    }

    internal override bool Put(JsRun run, string key, JsValue value) => PutSlow(run, key, value);

    internal override bool DeleteOwn(string key)
    {
        scope.Remove(key);
        return true;
    }

    internal override IEnumerable<string> OwnKeys() => [.. scope.Names];
}
