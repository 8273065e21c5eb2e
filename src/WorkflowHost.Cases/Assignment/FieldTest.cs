using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowHost.Cases.Assignment;

/// <summary>
/// One question about one field: <c>{"field": "edad", "is": "atLeast", "value": 18}</c>. Numbers are compared as numbers
/// also when they were stored as text; days compare as their text <c>yyyy-MM-dd</c>. Pure and total.
/// </summary>
/// <param name="Field">Key in the data (or of a feature of a site).</param>
/// <param name="Is">How to look at the value.</param>
/// <param name="Values">What to compare with: one for the four comparisons, any number for the two set operators.</param>
public sealed record FieldTest(string Field, FieldOperator Is, IReadOnlyList<string> Values)
{
    /// <summary>Whether the operator compares with one value.</summary>
    public static bool Compares(FieldOperator one) =>
        one is FieldOperator.AtLeast or FieldOperator.AtMost or FieldOperator.MoreThan or FieldOperator.LessThan;

    /// <summary>Whether the operator compares with a set of values.</summary>
    public static bool Chooses(FieldOperator one) => one is FieldOperator.AnyOf or FieldOperator.NoneOf;

    /// <summary>Whether the data passes.</summary>
    public bool Holds(JsonObject data) => Holds(data[Field]);

    /// <summary>Whether the value passes; null is a missing one.</summary>
    public bool Holds(JsonNode? value) => Is switch
    {
        FieldOperator.Yes => IsTrue(value),
        FieldOperator.No => !IsTrue(value),
        FieldOperator.Filled => IsFilled(value),
        FieldOperator.Empty => !IsFilled(value),
        FieldOperator.AnyOf => IsAny(value),
        FieldOperator.NoneOf => !IsAny(value),
        FieldOperator.AtLeast => Compare(value) >= 0,
        FieldOperator.AtMost => Compare(value) <= 0,
        FieldOperator.MoreThan => Compare(value) > 0,
        FieldOperator.LessThan => Compare(value) < 0,
        _ => throw new InvalidOperationException($"Unknown operator {Is}."),
    };

    private static bool IsTrue(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null or JsonValueKind.False => false,
        JsonValueKind.Number => Number(value) is not (null or 0),
        JsonValueKind.String => value.GetValue<string>().Length > 0,
        _ => true,
    };

    private static bool IsFilled(JsonNode? value) => value switch
    {
        null => false,
        JsonArray list => list.Count > 0,
        _ => value.GetValueKind() != JsonValueKind.String || value.GetValue<string>().Length > 0,
    };

    private bool IsAny(JsonNode? value) => value switch
    {
        null => false,
        JsonArray list => list.Any(IsAny),
        _ => Values.Any(one => Same(one, value)),
    };

    private static bool Same(string one, JsonNode value) =>
        Text(value) is { } text && (text == one || (Number(value) is { } number && Number(one) is { } other && number == other));

    // Null compares with nothing: every lifted comparison with it is false.
    private int? Compare(JsonNode? value)
    {
        if (value is null || Values.Count == 0)
            return null;
        if (Number(value) is { } number && Number(Values[0]) is { } bound)
            return number.CompareTo(bound);
        return Text(value) is { Length: > 0 } text && Number(text) is null && Number(Values[0]) is null
            ? string.CompareOrdinal(text, Values[0])
            : null;
    }

    private static string? Text(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.ToJsonString(),
        _ => null,
    };

    private static decimal? Number(JsonNode value) =>
        value.GetValueKind() is JsonValueKind.Number or JsonValueKind.String ? Number(Text(value)) : null;

    internal static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
