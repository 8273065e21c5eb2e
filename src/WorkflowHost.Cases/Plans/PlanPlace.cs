namespace WorkflowHost.Cases.Plans;

/// <summary>Where a comparison of two plans is: the thing it looks at and how that is reached.</summary>
internal sealed record PlanPlace(string Path, string Subject, string Key, string Name, string? Within)
{
    public static PlanPlace Root { get; } = new("", "", "", "", null);

    /// <summary>A thing in a list of this one.</summary>
    public PlanPlace Into(string list, string key, string name) => new(
        $"{PathOf(list)}[{key}]", Subject.Length == 0 ? list : $"{Subject}.{list}", key, name, Subject.Length == 0 ? null : Name);

    public string PathOf(string property) => Path.Length == 0 ? property : property.Length == 0 ? Path : $"{Path}.{property}";
}
