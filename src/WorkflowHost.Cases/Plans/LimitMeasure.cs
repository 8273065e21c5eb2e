namespace WorkflowHost.Cases.Plans;

/// <summary>How a figure and a ratio make people; the words of plan.json with a small first letter.</summary>
public enum LimitMeasure
{
    /// <summary>The figure divided by the ratio: so much per person.</summary>
    PerPerson,

    /// <summary>The figure times the ratio: so many people per piece.</summary>
    PeoplePerUnit,
}
