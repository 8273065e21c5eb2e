using Formio.Values;

namespace Formio.Conditions.Operators;

/// <summary>Deep equality; text in the condition is read as JSON when the kinds differ.</summary>
internal class IsEqualTo : ConditionOperator
{
    protected internal override bool Execute(Comparison comparison)
    {
        var (value, compared, source, _, _) = comparison;
        if (source?.Type == "selectboxes" && value.IsContainer)
            return DataPath.Get(value, compared.ToString()).IsTruthy;
        if ((value.IsTruthy || value.IsFalse) && value.Kind != compared.Kind && compared.AsString is { Length: > 0 } text)
            compared = DataReader.TryParse(text, out var parsed) ? parsed : compared;
        return source is not null && ResourceValue.IsObject(source) && source.Json["template"].IsTruthy
            ? ResourceValue.ShowsTheSame(value, compared, source)
            : DataEquality.AreEqual(value, compared);
    }
}
