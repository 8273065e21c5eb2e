using System.Runtime.CompilerServices;
using JsExpressions.Values;

namespace JsExpressions;

/// <summary>
/// An ordinary object: text keys, a prototype, no link to any .NET object. Hosts fill it with <see cref="Set(string, JsValue)"/>
/// and read it with <see cref="Get(string)"/>; scripts see exactly what was put in. Not safe for concurrent writes.
/// </summary>
public class JsObject
{
    private PropertyMap _properties;
    private bool _hasIndexKeys;
    private bool _hasSymbolKeys;

    /// <summary>An empty object whose prototype is Object.prototype.</summary>
    public JsObject() : this(BuiltIns.Intrinsics.ObjectPrototype) { }

    internal JsObject(JsObject? prototype) => Prototype = prototype;

    internal JsObject? Prototype { get; set; }

    internal bool Extensible { get; set; } = true;

    /// <summary>A built-in shared by all runs: scripts cannot change it, but may shadow what it holds.</summary>
    internal bool IsShared { get; set; }

    /// <summary>The built-in kind as <c>Object.prototype.toString</c> names it: Object, Array, Function, Date…</summary>
    public virtual string ClassName => "Object";

    internal ref PropertyMap Properties => ref _properties;

    /// <summary>Own enumerable keys in ECMAScript order: array indices ascending, then by insertion.</summary>
    public IReadOnlyList<string> Keys
    {
        get
        {
            var keys = new List<string>();
            foreach (var key in OwnKeys())
                if (TryGetOwn(key, out var property) && property.Enumerable) keys.Add(key);
            return keys;
        }
    }

    /// <summary>The property's value, own or inherited; <c>undefined</c> when absent or computed by a script getter.</summary>
    public JsValue Get(string key)
    {
        for (var holder = this; holder is not null; holder = holder.Prototype)
            if (holder.TryGetOwn(key, out var property)) return property.Accessor is null ? property.Value : JsValue.Undefined;
        return JsValue.Undefined;
    }

    /// <summary>Sets an own, enumerable, writable property, whatever stood there.</summary>
    public void Set(string key, JsValue value) => DefineOwn(key, value, Attributes.Plain);

    /// <summary>Sets a function under its own name.</summary>
    public void SetFunction(string name, Func<JsValue[], JsValue> function) => Set(name, JsFunction.FromHost(name, function));

    /// <summary>Removes an own property.</summary>
    public void Remove(string key) => DeleteOwn(key);

    /// <summary>Whether the object itself has the key, enumerable or not.</summary>
    public bool HasOwn(string key) => TryGetOwn(key, out _);

    internal virtual bool TryGetOwn(string key, out Property property)
    {
        ref var found = ref _properties.Find(key);
        if (Unsafe.IsNullRef(ref found))
        {
            property = default;
            return false;
        }
        property = found;
        return true;
    }

    internal virtual void DefineOwn(string key, JsValue value, Attributes attributes)
    {
        ref var found = ref _properties.Find(key);
        if (Unsafe.IsNullRef(ref found))
        {
            if (!_hasIndexKeys && ArrayIndex.IsIndex(key)) _hasIndexKeys = true;
            else if (JsSymbol.IsKey(key)) _hasSymbolKeys = true;
            _properties.Add(key, value, attributes);
            return;
        }
        found.Value = value;
        found.Attributes = attributes;
    }

    /// <summary>False when the property may not be deleted.</summary>
    internal virtual bool DeleteOwn(string key)
    {
        if (IsShared) return false;
        ref var found = ref _properties.Find(key);
        if (Unsafe.IsNullRef(ref found)) return true;
        if (!found.Configurable) return false;
        _properties.Remove(key);
        return true;
    }

    /// <summary>The text keys.</summary>
    internal virtual IEnumerable<string> OwnKeys()
    {
        var keys = new string[_properties.Count];
        var count = 0;
        foreach (ref readonly var item in _properties.Items)
            if (item.Key is not null && !(_hasSymbolKeys && JsSymbol.IsKey(item.Key))) keys[count++] = item.Key;
        if (count < keys.Length) Array.Resize(ref keys, count);
        return _hasIndexKeys ? ArrayIndex.InOrder(keys) : keys;
    }

    /// <summary>Whether iteration can go the short way: nothing stands before the built-in <c>Symbol.iterator</c>.</summary>
    internal bool IteratesAs(JsObject prototype) => !_hasSymbolKeys && ReferenceEquals(Prototype, prototype);

    /// <summary>The keys of symbols, without private names.</summary>
    internal IEnumerable<string> OwnSymbolKeys()
    {
        if (!_hasSymbolKeys) return [];
        var keys = new List<string>();
        foreach (ref readonly var item in _properties.Items)
            if (item.Key is not null && JsSymbol.IsKey(item.Key) && !JsSymbol.IsPrivateKey(item.Key)) keys.Add(item.Key);
        return keys;
    }

    /// <summary>Freezes or seals: takes the given attributes from every own property.</summary>
    internal virtual void Restrict(Attributes taken)
    {
        Extensible = false;
        foreach (var key in OwnKeys().Concat(OwnSymbolKeys()))
        {
            ref var found = ref _properties.Find(key);
            if (Unsafe.IsNullRef(ref found)) continue;
            found.Attributes &= ~(found.Accessor is null ? taken : taken & ~Attributes.Writable);
        }
    }

    // ---- [[Get]] and [[Set]] as scripts use them

    internal virtual JsValue Get(JsRun run, string key, JsValue receiver)
    {
        for (var holder = this; holder is not null; holder = holder.Prototype)
        {
            ref var found = ref holder._properties.Find(key);
            if (!Unsafe.IsNullRef(ref found))
            {
                if ((found.Attributes & Attributes.Accessor) == 0) return found.Value;
                return found.Accessor!.Getter?.Call(run, receiver, []) ?? JsValue.Undefined; // the flag says there is one
            }
            if (holder.IsExotic && holder.TryGetOwn(key, out var property))
                return property.Accessor is { } accessor ? accessor.Getter?.Call(run, receiver, []) ?? JsValue.Undefined : property.Value;
        }
        return JsValue.Undefined;
    }

    internal JsValue Get(JsRun run, string key) => Get(run, key, FromThis());

    /// <summary>Whether own keys exist beyond the property map (array elements, characters of a text).</summary>
    internal virtual bool IsExotic => false;

    /// <summary>False when the assignment is refused (read-only, frozen): sloppy code goes on silently.</summary>
    internal virtual bool Put(JsRun run, string key, JsValue value)
    {
        ref var own = ref _properties.Find(key);
        if (!Unsafe.IsNullRef(ref own) && own.Attributes == Attributes.Plain)
        {
            own.Value = value;
            return true;
        }
        return PutSlow(run, key, value);
    }

    private protected bool PutSlow(JsRun run, string key, JsValue value)
    {
        if (IsShared) return false;
        for (var holder = this; holder is not null; holder = holder.Prototype)
        {
            if (!holder.TryGetOwn(key, out var property)) continue;
            if (property.Accessor is { } accessor)
            {
                if (accessor.Setter is null) return false;
                accessor.Setter.Call(run, FromThis(), [value]);
                return true;
            }
            if (ReferenceEquals(holder, this))
            {
                if (!property.Writable) return false;
                DefineOwn(key, value, property.Attributes);
                return true;
            }
            // Built-in prototypes are frozen for all runs, which must not forbid shadowing their methods.
            if (!property.Writable && !holder.IsShared) return false;
            break;
        }
        if (!Extensible) return false;
        run.Budget.Object();
        DefineOwn(key, value, Attributes.Plain);
        return true;
    }

    internal bool HasProperty(string key)
    {
        for (var holder = this; holder is not null; holder = holder.Prototype)
            if (holder.TryGetOwn(key, out _)) return true;
        return false;
    }

    internal JsValue FromThis() => new(this, 0);
}
