using WorkflowHost.Cases.Assignment;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Features.Planning.Rules;

/// <summary>A list of tests inside the form of a row.</summary>
/// <param name="Name">Of the list in the form: <c>Conditions[0].Where</c>.</param>
/// <param name="Fields">What can be asked about.</param>
/// <param name="Drop">The act that takes one out, up to its number.</param>
public sealed record TestsPart(string Name, IReadOnlyList<TestInput> Tests, IReadOnlyList<TestField> Fields, string Drop)
{
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Catalogs { get; init; }

    /// <summary>Prefix of the ids of its controls.</summary>
    public string Id => Name.Replace('[', '-').Replace("]", "", StringComparison.Ordinal).Replace('.', '-');
}

/// <summary>Something that can be asked about.</summary>
public sealed record TestField(string Key, string Label, CaseFieldKind Kind, string? Catalog, string? Unit)
{
    /// <summary>The operators that make sense for it.</summary>
    public IReadOnlyList<FieldOperator> Operators => Kind switch
    {
        CaseFieldKind.Boolean => [FieldOperator.Yes, FieldOperator.No],
        CaseFieldKind.Number =>
        [
            FieldOperator.AtLeast, FieldOperator.AtMost, FieldOperator.MoreThan, FieldOperator.LessThan,
            FieldOperator.AnyOf, FieldOperator.Filled, FieldOperator.Empty,
        ],
        CaseFieldKind.Date =>
        [
            FieldOperator.AtLeast, FieldOperator.AtMost, FieldOperator.MoreThan, FieldOperator.LessThan,
            FieldOperator.Filled, FieldOperator.Empty,
        ],
        _ => [FieldOperator.AnyOf, FieldOperator.NoneOf, FieldOperator.Filled, FieldOperator.Empty],
    };
}
