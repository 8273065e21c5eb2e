namespace WorkflowHost.Cases.Assignment;

/// <summary>Whom a condition of an assignment rule asks about; the words of plan.json with a small first letter.</summary>
public enum ConditionSubject
{
    /// <summary>At least one person of the group passes all tests.</summary>
    Anyone,

    /// <summary>Each person of the group passes all tests.</summary>
    Everyone,

    /// <summary>No person of the group passes all tests.</summary>
    Nobody,

    /// <summary>The number of people who pass all tests lies within bounds; without tests, the size of the group.</summary>
    Count,

    /// <summary>The case the place is for passes all tests.</summary>
    Household,
}
