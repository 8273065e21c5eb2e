namespace WorkflowHost.Cases.Assignment;

/// <summary>What is remarkable about a row of the assignment table.</summary>
public enum RuleFlag
{
    /// <summary>Its conditions contradict each other: it never holds.</summary>
    NeverHolds,

    /// <summary>Whenever it holds, an earlier row has decided, or has already tried the same places.</summary>
    Shadowed,

    /// <summary>The plan gives its segments no place at any of its sites.</summary>
    NoPlaces,

    /// <summary>Whenever it holds, other rows bar every place it could give.</summary>
    AlwaysBarred,

    /// <summary>It holds a JavaScript condition, which cannot be judged.</summary>
    NotJudged,
}
