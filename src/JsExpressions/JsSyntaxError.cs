namespace JsExpressions;

/// <summary>Why a text is not a script.</summary>
/// <param name="Code">Stable: <c>unexpected-token</c>, <c>unexpected-end</c>, <c>not-supported</c>, <c>invalid-literal</c>,
/// <c>invalid-assignment</c>, <c>redeclared</c>, <c>invalid-jump</c>, <c>invalid-regex</c>, <c>too-deep</c>.</param>
/// <param name="Message">A sentence that says what was expected or what is not supported.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
public sealed record JsSyntaxError(string Code, string Message, int Line, int Column);
