namespace Formio.Values;

/// <summary>lodash isEqual for JSON values: deep, NaN equals NaN, key order does not matter.</summary>
internal static class DataEquality
{
    public static bool AreEqual(DataValue left, DataValue right)
    {
        if (left.Kind != right.Kind) return false;
        switch (left.Kind)
        {
            case DataKind.Object:
                return AreEqual(left.AsObject!, right.AsObject!); // the kind says so
            case DataKind.Array:
                return AreEqual(left.AsArray!, right.AsArray!); // the kind says so
            case DataKind.Number when double.IsNaN(left.AsNumber):
                return double.IsNaN(right.AsNumber);
            default:
                return left.StrictEquals(right);
        }
    }

    private static bool AreEqual(DataObject left, DataObject right)
    {
        if (ReferenceEquals(left, right)) return true;
        if (left.Count != right.Count) return false;
        foreach (var (key, value) in left)
        {
            if (!right.TryGet(key, out var other) || !AreEqual(value, other)) return false;
        }

        return true;
    }

    private static bool AreEqual(DataArray left, DataArray right)
    {
        if (ReferenceEquals(left, right)) return true;
        if (left.Count != right.Count) return false;
        for (var i = 0; i < left.Count; i++)
        {
            if (!AreEqual(left[i], right[i])) return false;
        }

        return true;
    }
}
