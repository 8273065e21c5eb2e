namespace WorkflowHost.Cases.Plans;

/// <summary>How a field's value is shown; the words of plan.json in lower case.</summary>
public enum CaseFieldKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A day, <c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>Several values.</summary>
    List,

    /// <summary>One value of a catalog.</summary>
    Catalog,
}
