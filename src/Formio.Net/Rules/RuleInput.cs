using Formio.Forms;
using Formio.Processing;
using Formio.Values;

namespace Formio.Rules;

/// <summary>What a rule judges.</summary>
/// <param name="Visit">The component at its place.</param>
/// <param name="Value">The value, or one element of a multiple value.</param>
/// <param name="Index">Position of the element, else the row of the nearest grid.</param>
/// <param name="Pass">The submission.</param>
internal readonly record struct RuleInput(ComponentVisit Visit, DataValue Value, int? Index, SubmissionPass Pass)
{
    public CompiledComponent Component => Visit.Component;

    /// <summary>The question to the host about this value.</summary>
    public LookupQuestion Question() => new(
        Pass.Form.Definition.Key, Visit.Path, Component.Outline, DataWriter.ToNode(Value)!); // asked about present values only
}
