namespace WorkflowHost.Cases.Assignment;

/// <summary>How a test looks at one value; the words of plan.json with a small first letter.</summary>
public enum FieldOperator
{
    /// <summary>What JavaScript takes for true: <c>true</c>, a number but 0, a text that is not empty.</summary>
    Yes,

    /// <summary>The opposite of <see cref="Yes"/>; holds for a missing value.</summary>
    No,

    /// <summary>A number or day not below the value; never holds for a missing one.</summary>
    AtLeast,

    /// <summary>A number or day not above the value; never holds for a missing one.</summary>
    AtMost,

    /// <summary>A number or day above the value; never holds for a missing one.</summary>
    MoreThan,

    /// <summary>A number or day below the value; never holds for a missing one.</summary>
    LessThan,

    /// <summary>One of the values; of a list, any of its elements is.</summary>
    AnyOf,

    /// <summary>The opposite of <see cref="AnyOf"/>; holds for a missing value.</summary>
    NoneOf,

    /// <summary>Something was entered: not missing, not an empty text, not an empty list.</summary>
    Filled,

    /// <summary>The opposite of <see cref="Filled"/>.</summary>
    Empty,
}
