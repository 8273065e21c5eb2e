namespace Formio;

/// <summary>One piece of JavaScript in a form, as the browser will be asked to evaluate it.</summary>
/// <param name="Path">Path of the component; empty for the form itself.</param>
/// <param name="Property">Where it stands in the component: <c>calculateValue</c>, <c>logic[0].trigger.javascript</c> ...</param>
/// <param name="Code">The code as written in the form.</param>
/// <param name="Variable">The variable the code sets (<c>show</c>, <c>value</c>, <c>valid</c> ...); empty for an expression that is itself the value.</param>
public sealed record FormExpression(string Path, string Property, string Code, string Variable);
