using Formio.Conditions;
using Formio.Scripting;
using Formio.Values;

namespace Formio.Forms;

/// <summary>The conditions, formulas and logic of a component, each parsed when first needed and then kept.</summary>
internal sealed class ComponentExpressions(DataObject json, ScriptCache scripts)
{
    private Formula? _calculate;
    private Formula? _customDefault;
    private Formula? _customConditional;
    private Formula? _validateJson;
    private Formula? _validateCustom;
    private Formula? _options;
    private Formula? _fetchBody;
    private Formula? _fetchMapping;
    private Conditional? _conditional;
    private IReadOnlyList<LogicItem>? _logic;

    public bool HasCalculation { get; } = json["calculateValue"].IsTruthy;

    public bool HasCustomDefault { get; } = json["customDefaultValue"].IsTruthy;

    public bool HasCustomConditional { get; } = json["customConditional"].IsTruthy;

    public bool HasLogic { get; } = json["logic"].AsArray is { Count: > 0 };

    public bool HasConditional { get; } = Conditional.Exists(json["conditional"]);

    public Formula Calculate => _calculate ??= Formula.Of(json["calculateValue"], "value", scripts);

    public Formula CustomDefault => _customDefault ??= Formula.Of(json["customDefaultValue"], "value", scripts);

    public Formula CustomConditional => _customConditional ??= Formula.Of(json["customConditional"], "show", scripts, "true");

    public Conditional Conditional => _conditional ??= new Conditional(json["conditional"], scripts);

    public Formula ValidateJson => _validateJson ??= Formula.Of(DataPath.Member(json["validate"], "json"), "valid", scripts);

    public Formula ValidateCustom => _validateCustom ??= Formula.Of(DataPath.Member(json["validate"], "custom"), "valid", scripts);

    /// <summary>The code that lists a select's options (<c>data.custom</c>).</summary>
    public Formula Options => _options ??= Formula.Of(DataPath.Member(json["data"], "custom"), "values", scripts);

    public Formula FetchBody => _fetchBody ??= Formula.Of(DataPath.Get(json, "fetch.specifyBody"), "body", scripts);

    public Formula FetchMapping => _fetchMapping ??= Formula.Of(DataPath.Get(json, "fetch.mapFunction"), "value", scripts);

    public IReadOnlyList<LogicItem> Logic => _logic ??= LogicItem.ListOf(json["logic"], scripts);
}
