namespace Formio;

/// <summary>Lists the JavaScript of a form, so that a host can serve it precompiled under a policy without unsafe-eval.</summary>
public static class FormExpressions
{
    /// <summary>Every piece of code in form order; code that appears twice is listed twice.</summary>
    public static IReadOnlyList<FormExpression> List(FormDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return Scripting.ExpressionCollector.Of(definition);
    }
}
