using Formio.Values;

namespace Formio.Rules;

/// <summary>Numeric limits as form.io reads them: text by parseFloat, null as 0, anything else as Number would.</summary>
internal static class NumberSetting
{
    public static double Of(DataValue setting) => ReadValue(setting);

    public static double ReadValue(DataValue value) =>
        value.IsString ? JsText.ParseFloat(value) : JsText.ToNumber(value);

    /// <summary>What form.io prints: the parsed number for texts, else the setting as it stands.</summary>
    public static string Text(DataValue setting) =>
        setting.IsString ? JsText.Of(JsText.ParseFloat(setting)) : setting.ToString();
}
