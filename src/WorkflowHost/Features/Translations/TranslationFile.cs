using CsvHelper;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Translations;

/// <summary>
/// A table of words as a file for a spreadsheet, out and in: <c>id</c>, the Spanish text, a column for each language.
/// </summary>
public static class TranslationFile
{
    private const string IdColumn = "id";
    private const int MaxRecordBytes = 256 * 1024;

    public static byte[] Write(TranslationSheet sheet)
    {
        var stream = new MemoryStream();
        // A spreadsheet would run what begins like a formula.
        using (var file = CsvWriter.Create(stream, new CsvWriterOptions { Injection = CsvInjection.Escape, WriteByteOrderMark = true }, leaveOpen: true))
        {
            file.WriteHeader([IdColumn, .. ScreenLanguages.All.Select(language => language.Tag)]);
            foreach (var row in sheet.Rows)
            {
                file.WriteRecord(
                [
                    row.Id,
                    .. ScreenLanguages.All.Select(language => row.Cells.TryGetValue(language.Tag, out var cell) ? cell.Text ?? "" : row.Source),
                ]);
            }
        }

        return stream.ToArray();
    }

    /// <summary>The cells that differ from the table; an empty cell says nothing and takes nothing out.</summary>
    /// <exception cref="TranslationFileException">The file is no such table.</exception>
    public static IReadOnlyList<TranslationChange> Read(Stream stream, TranslationSheet sheet)
    {
        using var file = CsvReader.Create(
            stream, new CsvReaderOptions { MaxRecordSize = MaxRecordBytes, TrackLineNumbers = true, MissingField = CsvMissingFieldHandling.ReturnEmpty }, leaveOpen: true);
        try
        {
            return [.. Changes(file, sheet)];
        }
        catch (CsvFormatException exception)
        {
            throw new TranslationFileException(exception.LineNumber, exception);
        }
    }

    private static IEnumerable<TranslationChange> Changes(CsvReader file, TranslationSheet sheet)
    {
        var rows = sheet.Rows.ToDictionary(row => row.Id, StringComparer.Ordinal);
        if (!file.TryGetFieldIndex(IdColumn, out var idAt))
            throw new TranslationFileException(1, null);
        var columns = sheet.Languages
            .Select(language => (Language: language, At: file.TryGetFieldIndex(language, out var at) ? at : -1))
            .Where(column => column.At >= 0)
            .ToList();
        while (file.Read())
        {
            var id = Plain(file.GetString(idAt));
            foreach (var (language, at) in columns)
            {
                var text = Plain(file.GetString(at));
                var was = rows.GetValueOrDefault(id)?.Cells.GetValueOrDefault(language)?.Text;
                if (text.Length > 0 && text != was)
                    yield return new TranslationChange(id, language, was, text);
            }
        }
    }

    // Takes off the mark that Write puts before what looks like a formula.
    internal static string Plain(string cell)
    {
        var text = cell.Trim();
        return text.Length > 1 && text[0] == '\'' && text[1] is ('=' or '+' or '-' or '@') ? text[1..] : text;
    }
}
