using WorkflowHost.Content;

namespace WorkflowHost.Features.Packages;

/// <param name="Id">Of the package kept aside; null when none is open.</param>
public sealed record PackagePage(Guid? Id, IReadOnlyList<PackageRow> Rows, IReadOnlyList<ContentMistake> Mistakes)
{
    /// <summary>How many files were just published; null when nothing was.</summary>
    public int? Taken { get; init; }

    /// <summary>What was chosen does not stand together, or nothing was chosen.</summary>
    public bool IsRefused { get; init; }

    /// <summary>The sent file is no package.</summary>
    public bool IsUnreadable { get; init; }
}

/// <summary>What one file of a package would do here.</summary>
public sealed record PackageRow(string Path, PackageState State)
{
    public bool NeedsAdministrator { get; init; }

    public bool MayTake => State is PackageState.New or PackageState.Changed && !NeedsAdministrator;
}

/// <summary>In the order a person looks at them.</summary>
public enum PackageState
{
    Broken,

    /// <summary>Here is another content under that name: a choice to be made.</summary>
    Changed,
    New,
    Same,
}
