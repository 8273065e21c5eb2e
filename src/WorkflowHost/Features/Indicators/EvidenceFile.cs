using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using WorkflowHost.Features.Shared.Counting;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Indicators;

/// <summary>The list behind a number as a CSV file (RFC 4180, UTF-8 with a mark so that spreadsheets read the accents).</summary>
public sealed class EvidenceFile(IStringLocalizer<Texts> texts)
{
    public byte[] Write(IReadOnlyList<IndicatorEvidence> rows)
    {
        var file = new StringBuilder();
        Line(file, texts["indicators.date"], texts["people.folio"], texts["indicators.case"], texts["indicators.site"], texts["indicators.subject"], texts["indicators.unit"]);
        foreach (var row in rows)
        {
            Line(
                file, row.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.Folio, row.Title, row.Site, row.Subject,
                row.Unit.ToString(CultureInfo.InvariantCulture));
        }

        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(file.ToString())];
    }

    private static void Line(StringBuilder file, params string?[] cells) =>
        file.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";

        // A spreadsheet would run what begins like a formula.
        var safe = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
