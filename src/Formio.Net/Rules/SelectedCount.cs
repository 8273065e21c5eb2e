using Formio.Values;

namespace Formio.Rules;

/// <summary>How many boxes are selected; null when the value is no map of true and false.</summary>
internal static class SelectedCount
{
    public static int? Of(DataValue value)
    {
        IEnumerable<DataValue>? members = value.AsObject?.Values ?? value.AsArray?.Items;
        if (members is null) return null;
        var count = 0;
        foreach (var member in members)
        {
            if (!member.IsBoolean) return null;
            if (member.IsTrue) count++;
        }

        return count;
    }
}
