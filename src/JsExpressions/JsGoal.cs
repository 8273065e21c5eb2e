namespace JsExpressions;

/// <summary>What a source text is.</summary>
public enum JsGoal
{
    /// <summary>One expression, whose value is the result.</summary>
    Expression,

    /// <summary>Statements; <c>return</c> is allowed at the top. Without one, the result is the value of the last expression statement.</summary>
    Body,
}
