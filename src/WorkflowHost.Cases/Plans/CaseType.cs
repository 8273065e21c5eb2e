namespace WorkflowHost.Cases.Plans;

/// <summary>What cases of one kind are made of: fields, states, how they are titled, found and told apart.</summary>
public sealed record CaseType
{
    /// <summary>Key, as workflows name it.</summary>
    public required string Key { get; init; }

    /// <summary>Name of one.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Name of many.</summary>
    public required LocalizedText Plural { get; init; }

    /// <summary>Letters before the number of a folio; the first three letters of the key when the plan says nothing.</summary>
    public required string FolioPrefix { get; init; }

    /// <summary>Text with <c>{field}</c> in it, from which every case's title is made.</summary>
    public required string TitleTemplate { get; init; }

    /// <summary>Sets of fields; two cases that agree in all fields of one set may be the same thing registered twice.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Identity { get; init; }

    /// <summary>Fields that the search box looks through.</summary>
    public required IReadOnlyList<string> Search { get; init; }

    /// <summary>Fields that workflows look cases up by; they are indexed. Single-field identities are anyway.</summary>
    public required IReadOnlyList<string> Lookup { get; init; }

    /// <summary>The states a case may be in, in the order of a normal life.</summary>
    public required IReadOnlyList<CaseState> States { get; init; }

    /// <summary>Key of the state a case begins in; empty when the type has no states.</summary>
    public required string InitialState { get; init; }

    /// <summary>Known fields; a case may carry others, which are shown only to people who may read everything.</summary>
    public required IReadOnlyList<CaseField> Fields { get; init; }

    /// <summary>Whether a case in that state is still open; an unknown state counts as open.</summary>
    public bool IsOpen(string state) => States.FirstOrDefault(s => s.Key == state)?.Open ?? true;
}
