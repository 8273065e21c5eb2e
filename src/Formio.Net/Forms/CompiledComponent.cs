using Formio.Checks;
using Formio.Processors;
using Formio.Rules;
using Formio.Values;

namespace Formio.Forms;

/// <summary>
/// A component with everything resolved that does not depend on a submission. Logic that changes a component makes a
/// variant for one place in one submission (<see cref="With"/>); the compiled original never changes.
/// </summary>
internal sealed class CompiledComponent
{
    private IReadOnlyList<Rule>? _rules;

    /// <param name="id">Same for all variants of one component.</param>
    /// <param name="json">The component's JSON.</param>
    /// <param name="outline">What readers of the definition know of it.</param>
    /// <param name="parent">The component around it.</param>
    /// <param name="root">The form or sub-form whose names it uses.</param>
    /// <param name="original">The JSON before anything changed it: form.io notes the model at first sight and keeps it.</param>
    public CompiledComponent(
        int id, DataObject json, FormComponent outline, CompiledComponent? parent, FormRoot root, DataObject? original = null)
    {
        Id = id;
        Json = json;
        Outline = outline;
        Parent = parent;
        Root = root;
        Type = json["type"].AsString ?? "";
        Key = json["key"].AsString ?? "";
        var isRadioCheckbox = Type == "checkbox" && json["inputType"].AsString == "radio";
        DataKey = isRadioCheckbox && json["name"].AsString is { Length: > 0 } name ? name : Key;
        DataKeyParts = DataKey.Length == 0 ? [] : DataPath.Parse(DataKey);
        Model = ModelTypes.Of(json["modelType"].IsTruthy ? json : original ?? json);
        HasData = Type.Length > 0 && ModelTypes.HasData(Model);
        Validate = json["validate"].AsObject ?? Nothing;
        Multiple = json["multiple"].IsTruthy;
        IsRequired = Validate["required"].IsTruthy;
        IsHidden = json["hidden"].IsTruthy;
        ClearsOnHide = !json.Has("clearOnHide") || json["clearOnHide"].IsTruthy;
        HasStaticDefault = json["defaultValue"].IsTruthy;
        CalculatesOnServer = json["calculateServer"].IsTruthy;
        ValidatesWhenHidden = json["validateWhenHidden"].IsTruthy;
        CollapsesSpaces = json["truncateMultipleSpaces"].IsTruthy;
        IsTree = json["tree"].IsTruthy;
        IsTransient = !json["protected"].IsTruthy && json.Has("persistent")
            && (!json["persistent"].IsTruthy || json["persistent"].AsString == "client-only");
        NormalForm = NormalForms.For(Type);
        Check = CheckBook.Find((json["properties"].AsObject ?? Nothing)["check"].AsString);
        Expressions = new ComponentExpressions(json, root.Form.Scripts);
        Paths = ComponentPaths.Of(this, parent, parent?.Paths);
    }

    private static DataObject Nothing { get; } = new();

    /// <summary>Same for all variants of one component.</summary>
    public int Id { get; }

    public DataObject Json { get; }

    public FormComponent Outline { get; }

    public CompiledComponent? Parent { get; }

    public IReadOnlyList<CompiledComponent> Children { get; set; } = [];

    public string Type { get; }

    public string Key { get; }

    /// <summary>The key under which the value lies: a checkbox drawn as radio button writes to its <c>name</c>.</summary>
    public string DataKey { get; }

    public string[] DataKeyParts { get; }

    public ModelType Model { get; }

    public bool HasData { get; }

    public DataObject Validate { get; }

    public bool Multiple { get; }

    public bool IsRequired { get; }

    /// <summary>Hidden by the designer ("intentionally"): not validated, but its data is kept.</summary>
    public bool IsHidden { get; }

    public bool ClearsOnHide { get; }

    public bool HasStaticDefault { get; }

    public bool CalculatesOnServer { get; }

    public bool ValidatesWhenHidden { get; }

    public bool CollapsesSpaces { get; }

    /// <summary>form.io's <c>tree</c>: children are data of this component whatever its type.</summary>
    public bool IsTree { get; }

    /// <summary>Neither stored nor validated (<c>persistent: false</c> or <c>client-only</c>).</summary>
    public bool IsTransient { get; }

    /// <summary>Brings a value into the normal form of the type; null for types without one.</summary>
    public Func<CompiledComponent, DataValue, DataValue>? NormalForm { get; }

    /// <summary>Warns about what was copied wrongly (<c>properties.check</c>); null for most.</summary>
    public IValueCheck? Check { get; }

    public ComponentExpressions Expressions { get; }

    public ComponentPaths Paths { get; }

    /// <summary>The form or sub-form whose names simple conditions use.</summary>
    public FormRoot Root { get; }

    /// <summary>Components that keep their value at the same place; a hidden one must not clear a visible one's answer.</summary>
    public IReadOnlyList<CompiledComponent> Twins { get; set; } = [];

    /// <summary>Properties that <c>serverOverride</c> changed.</summary>
    public IReadOnlyList<string> Overridden { get; init; } = [];

    /// <summary>The JSON without <c>serverOverride</c>, which validation alone does not apply; null when it changed nothing.</summary>
    public DataObject? Original { get; init; }

    /// <summary>Rules that can ever fail for this component, in form.io's order.</summary>
    public IReadOnlyList<Rule> Rules => _rules ??= RuleBook.For(this);

    public bool Has(string property) => Json.Has(property);

    public string? Text(string property) => Json[property].AsString;

    /// <summary>The same component with other JSON.</summary>
    public CompiledComponent With(DataObject json) => new(Id, json, Outline, Parent, Root, Original ?? Json)
    {
        Children = Children,
        Twins = Twins,
    };
}
