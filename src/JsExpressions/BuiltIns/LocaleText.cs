using System.Globalization;
using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>toLocaleString of numbers: grouping, fraction digits, percent and currency as Intl's defaults have them.</summary>
internal static class LocaleText
{
    public static JsValue Format(JsRun run, double number, JsValue locale, JsValue options)
    {
        var culture = CultureOf(run, locale);
        var format = (NumberFormatInfo)culture.NumberFormat.Clone();
        if (double.IsNaN(number)) return "NaN";
        var style = Text(run, options, "style") ?? "decimal";
        var currency = Text(run, options, "currency");
        var standard = style == "currency" ? 2 : 0;
        var least = Count(run, options, "minimumFractionDigits") ?? standard;
        var most = Count(run, options, "maximumFractionDigits") ?? Math.Max(least, style switch { "currency" => 2, "percent" => 0, _ => 3 });
        if (least > most) throw JsErrors.Range(run, "maximumFractionDigits value is out of range.");
        var grouped = Text(run, options, "useGrouping") != "false";
        if (style == "percent") number *= 100;
        if (double.IsInfinity(number)) return number > 0 ? "∞" : "-∞";
        var digits = Digits(Math.Abs(number), most);
        var fraction = digits[(digits.Length - most)..].TrimEnd('0').PadRight(least, '0');
        var left = digits[..(digits.Length - most)];
        if (grouped) left = Group(left, culture, format.NumberGroupSeparator);
        var text = fraction.Length == 0 ? left : left + format.NumberDecimalSeparator + fraction;
        if (style == "percent") text += format.PercentPositivePattern is 0 ? "\u00A0%" : "%";
        if (style == "currency" && currency is not null) text = Money(text, currency, culture, format);
        return number < 0 || double.IsNegative(number) ? "-" + text : text;
    }

    public static CultureInfo CultureOf(JsRun run, JsValue locale)
    {
        if (locale.ObjectOrNull is JsArray list) locale = list[0];
        if (!locale.IsString) return CultureInfo.GetCultureInfo("en-US");
        try
        {
            return CultureInfo.GetCultureInfo(locale.AsString);
        }
        catch (CultureNotFoundException)
        {
            throw JsErrors.Range(run, $"Incorrect locale information provided");
        }
    }

    // ICU rounds the shortest decimal digits, not the binary value.
    private static string Digits(double positive, int fraction)
    {
        var (digits, exponent) = NumberText.Digits(positive);
        var kept = exponent + fraction;
        if (kept < 0) return new string('0', fraction + 1);
        var text = digits.Length <= kept ? digits.PadRight(kept, '0') : digits[..kept];
        if (digits.Length > kept && digits[kept] >= '5') text = (System.Numerics.BigInteger.Parse("0" + text, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
        return text.PadLeft(fraction + 1, '0');
    }

    private static string Group(string digits, CultureInfo culture, string separator)
    {
        // Spanish, Polish and Portuguese of Portugal group from five digits on (CLDR minimumGroupingDigits).
        if (digits.Length == 4 && (culture.Name is "es" or "es-ES" or "pl" or "pl-PL" or "pt-PT")) return digits;
        for (var i = digits.Length - 3; i > 0; i -= 3) digits = digits.Insert(i, separator);
        return digits;
    }

    private static string Money(string text, string currency, CultureInfo culture, NumberFormatInfo format)
    {
        var symbol = currency.ToUpperInvariant() switch
        {
            var own when own == OwnCurrency(culture) => format.CurrencySymbol,
            "USD" => culture.Name.StartsWith("es-", StringComparison.Ordinal) && culture.Name != "es-US" ? "USD" : "$",
            "EUR" => "€",
            "GBP" => "£",
            "JPY" => "¥",
            "MXN" => "MX$",
            var code => code,
        };
        return format.CurrencyPositivePattern switch
        {
            0 => char.IsLetter(symbol[^1]) ? $"{symbol}\u00A0{text}" : symbol + text,
            1 => text + symbol,
            2 => $"{symbol}\u00A0{text}",
            _ => $"{text}\u00A0{symbol}",
        };
    }

    private static string? OwnCurrency(CultureInfo culture) =>
        culture.IsNeutralCulture ? null : new RegionInfo(culture.Name).ISOCurrencySymbol;

    private static string? Text(JsRun run, JsValue options, string key)
    {
        if (options.ObjectOrNull is not { } holder) return null;
        var value = holder.Get(run, key);
        return value.IsUndefined ? null : Coercion.ToText(run, value);
    }

    private static int? Count(JsRun run, JsValue options, string key)
    {
        if (options.ObjectOrNull is not { } holder) return null;
        var value = holder.Get(run, key);
        if (value.IsUndefined) return null;
        var count = Coercion.ToNumber(run, value);
        return count is >= 0 and <= 100 ? (int)count : throw JsErrors.Range(run, $"{key} value is out of range.");
    }
}
