namespace Formio;

/// <summary>One mistake in a form.</summary>
/// <param name="Path">Path of the component in the form; empty for the form itself.</param>
/// <param name="Code">Stable code, such as <c>duplicate-key</c>.</param>
/// <param name="Message">What is wrong, a sentence.</param>
/// <param name="Advice">What to do about it, a sentence.</param>
public sealed record FormProblem(string Path, string Code, string Message, string Advice);
