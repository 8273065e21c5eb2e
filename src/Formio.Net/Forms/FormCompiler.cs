using System.Text.Json.Nodes;
using Formio.Values;

namespace Formio.Forms;

/// <summary>Form JSON → tree of compiled components.</summary>
internal sealed class FormCompiler
{
    private readonly Dictionary<JsonObject, FormComponent> _outlines = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, List<CompiledComponent>> _byPlace = new(StringComparer.Ordinal);
    private int _nextId;

    private FormCompiler(FormDefinition definition)
    {
        foreach (var component in definition.Components) _outlines[component.Json] = component;
    }

    public static FormRoot Compile(FormDefinition definition)
    {
        var compiler = new FormCompiler(definition);
        var root = new FormRoot(null, null);
        root.Components = compiler.CompileList(definition.Json["components"], null, root);
        foreach (var twins in compiler._byPlace.Values.Where(same => same.Count > 1))
        {
            foreach (var component in twins)
                component.Twins = [.. twins.Where(other => !ReferenceEquals(other, component))];
        }

        return root;
    }

    private List<CompiledComponent> CompileList(JsonNode? components, CompiledComponent? parent, FormRoot root)
    {
        var compiled = new List<CompiledComponent>();
        if (components is not JsonArray list) return compiled;
        foreach (var json in list.OfType<JsonObject>()) compiled.Add(CompileOne(json, parent, root));
        return compiled;
    }

    private CompiledComponent CompileOne(JsonObject node, CompiledComponent? parent, FormRoot root)
    {
        var json = DataReader.Read(node).AsObject!; // an object was given
        var original = json.ShallowCopy();
        var overridden = new List<string>();
        foreach (var (key, value) in json["serverOverride"].AsObject?.ShallowCopy() ?? new DataObject())
        {
            if (!DataEquality.AreEqual(json[key], value)) overridden.Add(key);
            json[key] = value;
        }

        var component = new CompiledComponent(_nextId++, json, _outlines[node], parent, root, original)
        {
            Overridden = overridden,
            Original = overridden.Count > 0 ? original : null,
        };
        if (component.HasData && !IsRadioButton(component)) Place(component);

        var inner = component.Model == ModelType.DataObject ? new FormRoot(component, root) : root;
        component.Children = [.. ChildLists(node, component).SelectMany(list => CompileList(list, component, inner))];
        if (!ReferenceEquals(inner, root)) inner.Components = component.Children;
        return component;
    }

    private void Place(CompiledComponent component)
    {
        if (!_byPlace.TryGetValue(component.Paths.Data, out var same)) _byPlace[component.Paths.Data] = same = [];
        same.Add(component);
    }

    private static bool IsRadioButton(CompiledComponent component) => component.DataKey != component.Key;

    // Components that hold their children's data have plain children only; everything else may have columns or cells.
    private static IEnumerable<JsonNode?> ChildLists(JsonObject node, CompiledComponent component) =>
        ModelTypes.IsNested(component.Model) || component.IsTree ? [node["components"]] : FormOutline.ChildLists(node);
}
