using Formio.Forms;
using Formio.Processing;
using Formio.Values;

namespace Formio.Conditions.Operators;

/// <summary>What an operator compares.</summary>
/// <param name="Value">The component's value; undefined when absent.</param>
/// <param name="Compared">The value written in the condition.</param>
/// <param name="Source">The component whose value it is; null when the form has none such.</param>
/// <param name="Path">What the condition calls the component.</param>
/// <param name="Pass">Clock and zone for dates.</param>
internal readonly record struct Comparison(
    DataValue Value, DataValue Compared, CompiledComponent? Source, string Path, SubmissionPass Pass);
