namespace WorkflowHost.Features.Publications.Packages;

/// <param name="Id">Of the package kept aside; null when none is open.</param>
/// <param name="Publish">Its files that would change something.</param>
public sealed record PackagePage(Guid? Id, PublishPage Publish)
{
    public static PackagePage Closed { get; } = new(null, new PublishPage([], null));

    /// <summary>Files that say what is in force here already.</summary>
    public IReadOnlyList<string> Same { get; init; } = [];

    /// <summary>Processes that can be packed alone, by title.</summary>
    public IReadOnlyList<(string Id, string Title)> Processes { get; init; } = [];

    /// <summary>The sent file is no package.</summary>
    public bool IsUnreadable { get; init; }
}

/// <summary>What a file of a package is to what is in force here, in the order a person looks at them.</summary>
public enum PackageState
{
    Broken,

    /// <summary>Changed on both sides: a choice to be made.</summary>
    Both,

    /// <summary>Different, and nobody knows since when: a choice to be made.</summary>
    Changed,

    /// <summary>Changed there only.</summary>
    There,

    New,

    /// <summary>Changed here only: the package is older.</summary>
    Here,

    Same,
}
