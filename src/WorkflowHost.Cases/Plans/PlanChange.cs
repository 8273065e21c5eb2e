namespace WorkflowHost.Cases.Plans;

/// <summary>One difference between two plans, as data; the screens turn it into a sentence.</summary>
public sealed record PlanChange
{
    /// <summary>Where, by keys: <c>roles[cocina].permissions</c>. The same in both plans, whatever was moved.</summary>
    public required string Path { get; init; }

    /// <summary>In what way it changed.</summary>
    public required PlanChangeKind Kind { get; init; }

    /// <summary>What kind of thing it is about, by the lists it lies in: <c>roles</c>, <c>caseTypes.fields</c>; empty for the plan itself.</summary>
    public required string Subject { get; init; }

    /// <summary>The thing's title in the language asked for, else its key; empty for the plan itself.</summary>
    public string Name { get; init; } = "";

    /// <summary>Key of the thing; empty for the plan itself.</summary>
    public string Key { get; init; } = "";

    /// <summary>Title of the thing it is a part of (a field's case type), or null.</summary>
    public string? Within { get; init; }

    /// <summary>What of the thing: <c>permissions</c>, <c>capacity.familias</c>; empty when it is about the whole thing.</summary>
    public string Property { get; init; } = "";

    /// <summary>Language of a text that changed, two letters; null for what is no text in languages.</summary>
    public string? Language { get; init; }

    /// <summary>What it was, or null.</summary>
    public string? Before { get; init; }

    /// <summary>What it is, or null.</summary>
    public string? After { get; init; }

    /// <summary>First list of the path, which is the section of plan.json; empty for the plan itself.</summary>
    public string Section => Subject.Split('.')[0];
}
