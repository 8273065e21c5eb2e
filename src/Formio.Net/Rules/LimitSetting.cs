using Formio.Values;

namespace Formio.Rules;

/// <summary>
/// A limit as form.io takes it from form JSON: text is parsed, everything else stays what it is and is compared and
/// printed as JavaScript does.
/// </summary>
/// <param name="Number">What values are compared with; NaN when every comparison is false.</param>
/// <param name="Text">What messages print.</param>
/// <param name="IsSet">False for what form.io takes for no limit: nothing, zero, no number.</param>
internal readonly record struct LimitSetting(double Number, string Text, bool IsSet)
{
    /// <summary>Lengths and words: parseInt, and falsy is no limit.</summary>
    public static LimitSetting Length(DataValue setting) => Of(setting.IsString ? JsText.ParseInt(setting) : setting);

    /// <summary>Selected boxes: parseFloat, and falsy is no limit.</summary>
    public static LimitSetting Count(DataValue setting) => Of(setting.IsString ? JsText.ParseFloat(setting) : setting);

    /// <summary>Numbers: zero and null are limits too; what is no number at all refuses every value.</summary>
    public static LimitSetting Value(DataValue setting)
    {
        var limit = Count(setting);
        return limit with { IsSet = !setting.IsUndefined && !(double.IsNaN(limit.Number) && !setting.IsContainer) };
    }

    /// <summary>How form.io reads a submitted number: texts by parseFloat.</summary>
    public static double Read(DataValue value) => value.IsString ? JsText.ParseFloat(value) : JsText.ToNumber(value);

    private static LimitSetting Of(DataValue setting) => new(JsText.ToNumber(setting), setting.ToString(), setting.IsTruthy);
}
