using System.Globalization;
using Formio.Values;
using JsExpressions;

namespace Formio.Scripting;

/// <summary>
/// Carries values into and out of scripts. A script that changes what it is given gets its own copy, so that the change
/// is lost, as on form.io's server; one that only reads gets the mirror, which costs nothing the second time.
/// </summary>
internal static class JsBridge
{
    /// <summary>The shared view of a value; scripts must not change it.</summary>
    public static JsValue Mirror(DataValue value)
    {
        if (value.AsObject is { } members) return members.Mirror ?? MirrorOf(members);
        return value.AsArray is { } items ? items.Mirror ?? MirrorOf(items) : ToJs(value);
    }

    /// <summary>A copy for one script.</summary>
    public static JsValue ToJs(DataValue value)
    {
        switch (value.Kind)
        {
            case DataKind.Null: return JsValue.Null;
            case DataKind.Boolean: return JsValue.FromBoolean(value.IsTrue);
            case DataKind.Number: return JsValue.FromNumber(value.AsNumber);
            case DataKind.String: return JsValue.FromString(value.AsString);
            case DataKind.Object: return ToJs(value.AsObject!); // the kind says so
            case DataKind.Array:
                var items = value.AsArray!; // the kind says so
                var array = new JsArray();
                foreach (var item in items) array.Add(ToJs(item));
                return array;
            default: return JsValue.Undefined;
        }
    }

    public static JsObject ToJs(DataObject members)
    {
        var result = new JsObject();
        foreach (var (key, value) in members) result.Set(key, ToJs(value));
        return result;
    }

    private static JsObject MirrorOf(DataObject members)
    {
        var mirror = new JsObject();
        foreach (var (key, value) in members) mirror.Set(key, Mirror(value));
        return members.Mirror = mirror;
    }

    private static JsArray MirrorOf(DataArray items)
    {
        var mirror = new JsArray();
        foreach (var item in items) mirror.Add(Mirror(item));
        return items.Mirror = mirror;
    }

    /// <summary>As JSON would write it: dates are ISO text, functions are nothing, other objects their own members.</summary>
    public static DataValue FromJs(JsValue value, int depth = 0)
    {
        switch (value.Kind)
        {
            case JsKind.Undefined: return DataValue.Undefined;
            case JsKind.Null: return DataValue.Null;
            case JsKind.Boolean: return value.AsBoolean;
            case JsKind.Number: return value.AsNumber;
            case JsKind.String: return value.AsString;
            default: return FromJs(value.AsObject, depth);
        }
    }

    private static DataValue FromJs(JsObject value, int depth)
    {
        if (depth > 200) return DataValue.Undefined;
        switch (value)
        {
            case JsFunction:
                return DataValue.Undefined;
            case JsDate date:
                return date.Instant is { } instant
                    ? instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)
                    : DataValue.Null;
            case JsArray array:
                var items = new DataArray(array.Count);
                for (var i = 0; i < array.Count; i++) items.Add(FromJs(array[i], depth + 1));
                return items;
        }

        var members = new DataObject();
        foreach (var key in value.Keys)
        {
            var member = FromJs(value.Get(key), depth + 1);
            if (!member.IsUndefined) members[key] = member;
        }

        return members;
    }
}
