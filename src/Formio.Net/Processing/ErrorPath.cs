using System.Globalization;

namespace Formio.Processing;

/// <summary>Data path → the list of parts the renderer looks fields up with.</summary>
internal static class ErrorPath
{
    public static IReadOnlyList<object> Parts(string path)
    {
        var parts = new List<object>();
        foreach (var part in path.Split('.'))
        {
            var open = part.EndsWith(']') ? part.LastIndexOf('[') : -1;
            if (open >= 0 && int.TryParse(part.AsSpan(open + 1, part.Length - open - 2), NumberStyles.None,
                CultureInfo.InvariantCulture, out var index))
            {
                parts.Add(part[..open]);
                parts.Add(index);
            }
            else
            {
                parts.Add(part);
            }
        }

        return parts;
    }
}
