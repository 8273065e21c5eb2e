using System.Collections.Frozen;

namespace Formio.Conditions.Operators;

/// <summary>The 18 operators by the name form JSON uses.</summary>
internal static class ConditionOperators
{
    private static readonly FrozenDictionary<string, ConditionOperator> ByName = new Dictionary<string, ConditionOperator>
    {
        ["isEqual"] = new IsEqualTo(),
        ["isNotEqual"] = new IsNotEqualTo(),
        ["isEmpty"] = new IsEmptyValue(),
        ["isNotEmpty"] = new IsNotEmptyValue(),
        ["includes"] = new Includes(),
        ["notIncludes"] = new NotIncludes(),
        ["startsWith"] = new StartsWith(),
        ["endsWith"] = new EndsWith(),
        ["lessThan"] = new LessThan(),
        ["lessThanOrEqual"] = new LessThanOrEqual(),
        ["greaterThan"] = new GreaterThan(),
        ["greaterThanOrEqual"] = new GreaterThanOrEqual(),
        ["isDateEqual"] = new IsDateEqual(),
        ["isNotDateEqual"] = new IsNotDateEqual(),
        ["dateLessThan"] = new DateLessThan(),
        ["dateLessThanOrEqual"] = new DateLessThanOrEqual(),
        ["dateGreaterThan"] = new DateGreaterThan(),
        ["dateGreaterThanOrEqual"] = new DateGreaterThanOrEqual(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>Null for an unknown name: form.io lets such a condition hold.</summary>
    public static ConditionOperator? Find(string? name) => name is null ? null : ByName.GetValueOrDefault(name);
}
