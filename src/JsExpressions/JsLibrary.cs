namespace JsExpressions;

/// <summary>
/// The global names, immutable and shared by all threads: scripts can shadow them, never change them or what hangs on
/// them.
/// </summary>
public sealed class JsLibrary
{
    private readonly Dictionary<string, JsBinding> _bindings;

    private JsLibrary(Dictionary<string, JsBinding> bindings) => _bindings = bindings;

    /// <summary>ECMAScript's own names: Object, Array, Math, JSON, Date, parseInt…</summary>
    public static JsLibrary Standard { get; } =
        new(BuiltIns.Globals.All().ToDictionary(item => item.Name, item => new JsBinding(item.Value, isShared: true), StringComparer.Ordinal));

    /// <summary><see cref="Standard"/> with what forms use beside it: <c>_</c> (lodash) and <c>moment</c>.</summary>
    public static JsLibrary Forms { get; } = Libraries.FormLibrary.Make(Standard);

    /// <summary>A library with one name more. The value is used by several threads: it must not be changed afterwards.</summary>
    public JsLibrary With(string name, JsValue value)
    {
        var bindings = new Dictionary<string, JsBinding>(_bindings, StringComparer.Ordinal) { [name] = new(value, isShared: true) };
        return new JsLibrary(bindings);
    }

    internal JsBinding? Find(string name) => _bindings.GetValueOrDefault(name);
}
