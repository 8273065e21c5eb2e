using System.Globalization;
using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Values;

/// <summary>The conversion rules of elsa-semantics 4.4. Strict: a failure faults; lenient: it gives the target's default.</summary>
internal sealed class Conversion(bool strict, TimeZoneInfo zone)
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public TimeZoneInfo Zone => zone;

    /// <exception cref="ActivityFaultException">Strict failures, overflows, and text that looks like JSON and is none.</exception>
    public object? Convert(object? value, ElsaType target)
    {
        if (value is null || target.Kind is ElsaKind.Object or ElsaKind.Enum or ElsaKind.Other or ElsaKind.Stream)
            return value;
        if (target.Kind == ElsaKind.String)
            return value is JsonNode node and not JsonValue ? node.ToJsonString(EngineJson.Options) : ClrValues.ToText(value);
        if (value is string { Length: >= 0 } blank && string.IsNullOrWhiteSpace(blank))
            return null;
        return target.Kind switch
        {
            ElsaKind.List => ToList(value, target.Element ?? ElsaType.Object),
            ElsaKind.Dictionary => ToDictionary(value),
            ElsaKind.Json => ToJson(value),
            ElsaKind.ByteArray => ToBytes(value, target),
            _ => ToScalar(value, target),
        };
    }

    /// <summary>The value a variable is stored with: converted to its type; what cannot be converted becomes the default, as in Elsa.</summary>
    public object? Stored(Running.VariableSlot slot) => slot.Type.Kind == ElsaKind.Object
        ? slot.Value
        : new Conversion(strict: false, zone).Safely(slot.Value, slot.Type);

    /// <summary>A stored value in the variable's type again.</summary>
    public object? Loaded(object? value, ElsaType type) => new Conversion(strict: false, zone).Safely(value, type);

    private object? Safely(object? value, ElsaType type)
    {
        try
        {
            return Convert(value, type);
        }
        catch (ActivityFaultException)
        {
            return value; // an overflow or a dictionary made of text: kept as it is
        }
    }

    private object? ToScalar(object value, ElsaType target)
    {
        if (value is JsonNode)
            return Fail(value, target);
        try
        {
            return target.Kind switch
            {
                ElsaKind.Boolean => ToBoolean(value),
                ElsaKind.Int16 => System.Convert.ToInt16(Numeric(value), Invariant),
                ElsaKind.Int32 => System.Convert.ToInt32(Numeric(value), Invariant),
                ElsaKind.Int64 => System.Convert.ToInt64(Numeric(value), Invariant),
                ElsaKind.Single => System.Convert.ToSingle(Numeric(value), Invariant),
                ElsaKind.Double => value is string text ? double.Parse(text, NumberStyles.Float | NumberStyles.AllowThousands, Invariant) : System.Convert.ToDouble(Numeric(value), Invariant),
                ElsaKind.Decimal => value is string text ? decimal.Parse(text, NumberStyles.Number, Invariant) : System.Convert.ToDecimal(Numeric(value), Invariant),
                ElsaKind.Guid => value is Guid ? value : Guid.Parse(ClrValues.ToText(value)!), // never null for scalars
                ElsaKind.DateTime => ToDateTime(value),
                ElsaKind.DateTimeOffset => ToDateTimeOffset(value),
                ElsaKind.TimeSpan => ToTimeSpan(value),
                _ => throw new InvalidCastException(),
            };
        }
        catch (Exception error) when (error is FormatException or InvalidCastException or ArgumentException)
        {
            return Fail(value, target);
        }
        catch (OverflowException error)
        {
            throw new ActivityFaultException("OverflowException", error.Message, error);
        }
    }

    private static object Numeric(object value) => value is DateTime or DateTimeOffset or TimeSpan or Guid
        ? throw new InvalidCastException()
        : value;

    private static object ToBoolean(object value) => value switch
    {
        bool flag => flag,
        string text => bool.Parse(text),
        _ => System.Convert.ToBoolean(Numeric(value), Invariant),
    };

    private object ToDateTime(object value) => value switch
    {
        DateTime time => time,
        DateTimeOffset time => time,
        // A text with offset becomes local time of the host's zone, which only a DateTimeOffset can say.
        string text => HasOffset(text)
            ? TimeZoneInfo.ConvertTime(DateTimeOffset.Parse(text, Invariant), zone)
            : (object)DateTime.Parse(text, Invariant, DateTimeStyles.None),
        _ => throw new InvalidCastException(),
    };

    private object ToDateTimeOffset(object value) => value switch
    {
        DateTimeOffset time => time,
        DateTime { Kind: DateTimeKind.Utc } time => new DateTimeOffset(time),
        DateTime time => InZone(time),
        string text => HasOffset(text)
            ? DateTimeOffset.Parse(text, Invariant)
            : InZone(DateTime.Parse(text, Invariant, DateTimeStyles.None)),
        _ => throw new InvalidCastException(),
    };

    private DateTimeOffset InZone(DateTime local)
    {
        var unspecified = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new DateTimeOffset(unspecified, zone.GetUtcOffset(unspecified));
    }

    private static bool HasOffset(string text) =>
        DateTime.Parse(text, Invariant, DateTimeStyles.RoundtripKind).Kind != DateTimeKind.Unspecified;

    private static object ToTimeSpan(object value) => value switch
    {
        TimeSpan span => span,
        string text when IsoDuration.TryParse(text, out var span) => span,
        string text => TimeSpan.Parse(text, Invariant),
        _ => throw new InvalidCastException(),
    };

    private object? ToList(object value, ElsaType element)
    {
        var items = value switch
        {
            JsonArray array => array,
            string text when ClrValues.LooksLikeJson(text) => ClrValues.ParseJson(text) as JsonArray,
            // A text is a sequence of letters to .NET; only a list of texts takes it whole.
            string text when element.Kind == ElsaKind.Object => new JsonArray([.. text.Select(letter => JsonValue.Create(letter.ToString()))]),
            string text => new JsonArray(JsonValue.Create(text)),
            byte[] => null,
            _ => null,
        };
        if (items is null)
            return Fail(value, new ElsaType(ElsaKind.List, element));
        if (element.Kind is ElsaKind.Object or ElsaKind.Json)
            return items;
        var converted = new JsonArray();
        foreach (var item in items)
            converted.Add(ClrValues.ToNode(Convert(ClrValues.FromNode(item), element)));
        return converted;
    }

    private static object? ToDictionary(object value)
    {
        if (value is JsonObject)
            return value;
        if (value is string text && ClrValues.LooksLikeJson(text) && ClrValues.ParseJson(text) is JsonObject parsed)
            return parsed;
        // Elsa cannot make an instance of a dictionary interface from anything else and faults in both profiles.
        throw new ActivityFaultException("MissingMethodException", "A dictionary needs an object.");
    }

    private static object? ToJson(object value) =>
        value is string text && ClrValues.LooksLikeJson(text) ? ClrValues.ParseJson(text) : value;

    private object? ToBytes(object value, ElsaType target)
    {
        if (value is byte[])
            return value;
        if (value is not string text)
            return Fail(value, target);
        try
        {
            return System.Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            return Fail(value, target);
        }
    }

    private object? Fail(object value, ElsaType target)
    {
        if (strict)
            throw new ActivityFaultException(
                "TypeConversionError", $"'{Shown(value)}' cannot be converted to {target.Kind}.");
        return target.IsNullable ? null : DefaultOf(target.Kind);
    }

    private static string Shown(object value)
    {
        var text = ClrValues.ToText(value) ?? "";
        return text.Length <= 80 ? text : text[..80] + "…";
    }

    private static object? DefaultOf(ElsaKind kind) => kind switch
    {
        ElsaKind.Boolean => false,
        ElsaKind.Int16 => (short)0,
        ElsaKind.Int32 => 0,
        ElsaKind.Int64 => 0L,
        ElsaKind.Single => 0f,
        ElsaKind.Double => 0d,
        ElsaKind.Decimal => 0m,
        ElsaKind.Guid => Guid.Empty,
        ElsaKind.DateTime => DateTime.MinValue,
        ElsaKind.DateTimeOffset => DateTimeOffset.MinValue,
        ElsaKind.TimeSpan => TimeSpan.Zero,
        _ => null,
    };
}
