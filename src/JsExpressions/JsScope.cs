namespace JsExpressions;

/// <summary>A name and its value, shared by the scope and the code that uses it.</summary>
internal sealed class JsBinding
{
    private JsValue _value;
    private Func<JsValue>? _lazy;

    public JsBinding(JsValue value, bool isShared = false)
    {
        _value = value;
        IsShared = isShared;
    }

    public JsBinding(Func<JsValue> lazy) => _lazy = lazy;

    /// <summary>Of a library: never written.</summary>
    public bool IsShared { get; }

    /// <summary>Made by an assignment to a name nobody declared.</summary>
    public bool IsImplicit { get; set; }

    public JsValue Read()
    {
        if (_lazy is null) return _value;
        var make = _lazy;
        Write(make());
        return _value;
    }

    public void Write(JsValue value)
    {
        _lazy = null;
        _value = value;
    }

    public void WriteLazy(Func<JsValue> make) => _lazy = make;
}

/// <summary>
/// The names one evaluation sees beside the library's. Assignments to names nobody declared, and top-level
/// <c>var</c> and <c>function</c> declarations of a body, land here and can be read back. Names given beforehand act
/// like parameters of the body. One scope serves one thread; it may be reused for the next evaluation.
/// </summary>
public sealed class JsScope
{
    private readonly Dictionary<string, JsBinding> _bindings = new(StringComparer.Ordinal);
    private readonly JsScope? _outer;

    /// <summary>An empty scope.</summary>
    public JsScope() { }

    /// <summary>A scope that also sees <paramref name="outer"/>; assignments to names of the outer scope change it.</summary>
    public JsScope(JsScope outer) => _outer = outer;

    /// <summary>The names set here, without those of an outer scope.</summary>
    public IReadOnlyCollection<string> Names => _bindings.Keys;

    /// <summary>Binds a name, replacing what it stood for in this scope.</summary>
    public void Set(string name, JsValue value)
    {
        if (_bindings.TryGetValue(name, out var binding)) binding.Write(value);
        else _bindings.Add(name, new JsBinding(value));
    }

    /// <summary>Binds a name to a value made when it is first read.</summary>
    public void SetLazy(string name, Func<JsValue> value)
    {
        if (_bindings.TryGetValue(name, out var binding)) binding.WriteLazy(value);
        else _bindings.Add(name, new JsBinding(value));
    }

    /// <summary>Binds a name to a host function. Missing arguments are simply absent from the array.</summary>
    public void SetFunction(string name, Func<JsValue[], JsValue> function) => Set(name, JsFunction.FromHost(name, function));

    /// <summary>The value of a name set here or in an outer scope; false when it is not set.</summary>
    public bool TryGet(string name, out JsValue value)
    {
        if (Find(name) is { } binding)
        {
            value = binding.Read();
            return true;
        }
        value = default;
        return false;
    }

    /// <summary>The value of a name, <c>undefined</c> when it is not set.</summary>
    public JsValue Get(string name) => TryGet(name, out var value) ? value : JsValue.Undefined;

    /// <summary>Forgets a name of this scope.</summary>
    public void Remove(string name) => _bindings.Remove(name);

    internal JsBinding? Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope._outer)
            if (scope._bindings.TryGetValue(name, out var binding)) return binding;
        return null;
    }
}
