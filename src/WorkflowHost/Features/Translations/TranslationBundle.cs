using CsvHelper;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Translations;

/// <summary>All tables of words in one file, out and in: the columns of <see cref="TranslationFile"/> behind the table's key.</summary>
public static class TranslationBundle
{
    private const string TableColumn = "tabla";
    private const string IdColumn = "id";
    private const int MaxRecordBytes = 256 * 1024;

    /// <param name="onlyMissing">Whether rows that have every language are left out.</param>
    public static byte[] Write(IEnumerable<TranslationSheet> sheets, bool onlyMissing)
    {
        var stream = new MemoryStream();
        // A spreadsheet would run what begins like a formula.
        using (var file = CsvWriter.Create(stream, new CsvWriterOptions { Injection = CsvInjection.Escape, WriteByteOrderMark = true }, leaveOpen: true))
        {
            file.WriteHeader([TableColumn, IdColumn, .. ScreenLanguages.All.Select(language => language.Tag)]);
            foreach (var sheet in sheets.Where(sheet => sheet.Key != SheetKeys.Unused))
            {
                foreach (var row in sheet.Rows.Where(row => !onlyMissing || row.Cells.Values.Any(cell => cell.Text is null)))
                    file.WriteRecord([sheet.Key, row.Id, .. ScreenLanguages.All.Select(language => row.Cells.TryGetValue(language.Tag, out var cell) ? cell.Text ?? "" : row.Source)]);
            }
        }

        return stream.ToArray();
    }

    /// <summary>The cells that differ, by table; an empty cell says nothing. A table that does not exist is named in <paramref name="unknown"/>.</summary>
    /// <exception cref="TranslationFileException">The file is no such bundle.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<TranslationChange>> Read(
        Stream stream, IReadOnlyList<TranslationSheet> sheets, out IReadOnlyCollection<string> unknown)
    {
        using var file = CsvReader.Create(
            stream, new CsvReaderOptions { MaxRecordSize = MaxRecordBytes, TrackLineNumbers = true, MissingField = CsvMissingFieldHandling.ReturnEmpty }, leaveOpen: true);
        var rows = sheets.ToDictionary(
            sheet => sheet.Key, sheet => sheet.Rows.ToDictionary(row => row.Id, StringComparer.Ordinal), StringComparer.Ordinal);
        var changes = new Dictionary<string, List<TranslationChange>>(StringComparer.Ordinal);
        var strange = new SortedSet<string>(StringComparer.Ordinal);
        try
        {
            if (!file.TryGetFieldIndex(TableColumn, out var tableAt) || !file.TryGetFieldIndex(IdColumn, out var idAt))
                throw new TranslationFileException(1, null);
            var columns = ScreenLanguages.All
                .Select(language => (language.Tag, At: file.TryGetFieldIndex(language.Tag, out var at) ? at : -1)).Where(column => column.At >= 0).ToList();
            while (file.Read())
            {
                var table = TranslationFile.Plain(file.GetString(tableAt));
                if (table.Length == 0)
                    continue;
                if (!rows.TryGetValue(table, out var known))
                {
                    strange.Add(table);
                    continue;
                }

                var id = TranslationFile.Plain(file.GetString(idAt));
                foreach (var (language, at) in columns)
                {
                    if (Change(known.GetValueOrDefault(id), id, language, TranslationFile.Plain(file.GetString(at))) is { } change)
                        (changes.TryGetValue(table, out var list) ? list : changes[table] = []).Add(change);
                }
            }
        }
        catch (CsvFormatException exception)
        {
            throw new TranslationFileException(exception.LineNumber, exception);
        }

        unknown = strange;
        return changes.ToDictionary(table => table.Key, table => (IReadOnlyList<TranslationChange>)table.Value, StringComparer.Ordinal);
    }

    private static TranslationChange? Change(TranslationRow? row, string id, string language, string text)
    {
        if (text.Length == 0)
            return null;
        // Spanish is what a form's words are looked up by: it is shown and not changed here.
        if (row is not null && !row.Cells.ContainsKey(language))
            return null;
        var was = row?.Cells[language].Text;
        return text == was ? null : new TranslationChange(id, language, was, text);
    }
}
