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

    /// <summary>
    /// Keys of roles whose tasks and forms come to this one too, as far as its own permissions and sensitivities go: a
    /// narrow role takes part in a process without the process being drawn anew.
    /// </summary>
    public IReadOnlyList<string> AlsoAs { get; init; } = [];

    /// <summary>This role, and once more under the key of each it also stands for.</summary>
    public IEnumerable<Role> Hats => AlsoAs.Select(key => this with { Key = key, AlsoAs = [] }).Prepend(this);

    /// <summary>True: a grant counts at every site, whatever site it names.</summary>
    public bool AllSites { get; init; }
}
