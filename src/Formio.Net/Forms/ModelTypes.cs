using System.Collections.Frozen;
using Formio.Values;

namespace Formio.Forms;

/// <summary>Which model a component has: an explicit <c>modelType</c> wins, then its type, then whether it is an input.</summary>
internal static class ModelTypes
{
    private static readonly FrozenDictionary<string, ModelType> ByType = new Dictionary<string, ModelType>
    {
        ["datagrid"] = ModelType.NestedArray,
        ["editgrid"] = ModelType.NestedArray,
        ["datatable"] = ModelType.NestedArray,
        ["dynamicWizard"] = ModelType.NestedArray,
        ["tagpad"] = ModelType.NestedDataArray,
        ["form"] = ModelType.DataObject,
        ["container"] = ModelType.Object,
        ["address"] = ModelType.Object,
        ["datamap"] = ModelType.Map,
        ["htmlelement"] = ModelType.Content,
        ["content"] = ModelType.Content,
        ["textfield"] = ModelType.String,
        ["password"] = ModelType.String,
        ["email"] = ModelType.String,
        ["url"] = ModelType.String,
        ["phoneNumber"] = ModelType.String,
        ["day"] = ModelType.String,
        ["datetime"] = ModelType.String,
        ["time"] = ModelType.String,
        ["signature"] = ModelType.String,
        ["number"] = ModelType.Number,
        ["currency"] = ModelType.Number,
        ["checkbox"] = ModelType.Boolean,
        ["radio"] = ModelType.Boolean,
        ["table"] = ModelType.None,
        ["well"] = ModelType.None,
        ["columns"] = ModelType.None,
        ["fieldset"] = ModelType.None,
        ["panel"] = ModelType.None,
        ["tabs"] = ModelType.None,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ModelType> ByName =
        Enum.GetValues<ModelType>().ToFrozenDictionary(
            model => char.ToLowerInvariant(model.ToString()[0]) + model.ToString()[1..], StringComparer.Ordinal);

    public static ModelType Of(DataObject component)
    {
        var asserted = component["modelType"];
        if (asserted.IsTruthy)
            return asserted.AsString is { } name && ByName.TryGetValue(name, out var model) ? model : ModelType.Any;
        if (component["type"].AsString is { } type && ByType.TryGetValue(type, out var known)) return known;
        var isLayout = component["input"].IsFalse
            || (component["components"].IsTruthy && !component["input"].IsTruthy);
        return isLayout ? ModelType.None : ModelType.Any;
    }

    public static bool HasData(ModelType model) => model is not (ModelType.None or ModelType.Content);

    /// <summary>Grids: the children's data lies in rows.</summary>
    public static bool IsRows(ModelType model) => model is ModelType.NestedArray or ModelType.NestedDataArray;

    /// <summary>The children's data lies under this component's value.</summary>
    public static bool IsNested(ModelType model) =>
        IsRows(model) || model is ModelType.DataObject or ModelType.Object or ModelType.Map;
}
