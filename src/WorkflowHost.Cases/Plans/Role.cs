namespace WorkflowHost.Cases.Plans;

/// <summary>What a group of staff does. People are granted a role at one site or, see <see cref="AllSites"/>, at all.</summary>
public sealed record Role
{
    /// <summary>Key, as tasks name it.</summary>
    public required string Key { get; init; }

    /// <summary>Name on screens.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Words of <see cref="Plans.Permissions"/>.</summary>
    public required IReadOnlySet<string> Permissions { get; init; }

    /// <summary>What its people may read.</summary>
    public required IReadOnlySet<Sensitivity> Sensitivities { get; init; }

    /// <summary>True: a grant counts at every site, whatever site it names.</summary>
    public bool AllSites { get; init; }
}
