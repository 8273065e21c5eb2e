using CsvHelper;

namespace WorkflowHost.Features.Planning.Catalogs;

/// <summary>A list of choices as a table for a spreadsheet: value, Spanish label, a column for each language, retired.</summary>
public static class CatalogFile
{
    private const int MaxRecordBytes = 64 * 1024;

    public static byte[] Write(CatalogPage page)
    {
        var stream = new MemoryStream();
        // A spreadsheet would run what begins like a formula.
        using (var file = CsvWriter.Create(stream, new CsvWriterOptions { Injection = CsvInjection.Escape, WriteByteOrderMark = true }, leaveOpen: true))
        {
            file.WriteHeader(["value", "es", .. CatalogWords.Languages.Select(language => language.Tag), "retired"]);
            foreach (var entry in page.Entries)
            {
                file.WriteRecord(
                    [entry.Value, entry.Label, .. CatalogWords.Languages.Select(language => entry.Translations.GetValueOrDefault(language.Tag, "")), entry.IsRetired ? "1" : ""]);
            }
        }

        return stream.ToArray();
    }

    /// <summary>The list with what the file says of it: known values change, others come to its end, an empty cell says nothing. Null when the file is no such table.</summary>
    public static IReadOnlyList<CatalogEntry>? Read(Stream stream, CatalogPage page)
    {
        using var file = CsvReader.Create(
            stream, new CsvReaderOptions { MaxRecordSize = MaxRecordBytes, MissingField = CsvMissingFieldHandling.ReturnEmpty }, leaveOpen: true);
        try
        {
            if (!file.TryGetFieldIndex("value", out var valueAt) || !file.TryGetFieldIndex("es", out var labelAt))
                return null;
            var entries = page.Entries.ToList();
            while (file.Read())
            {
                var value = Plain(file.GetString(valueAt));
                var at = entries.FindIndex(entry => entry.Value == value);
                var was = at < 0 ? new CatalogEntry(value, "", false, new Dictionary<string, string>()) : entries[at];
                var fresh = was with
                {
                    Label = Plain(file.GetString(labelAt)) is { Length: > 0 } label ? label : was.Label,
                    IsRetired = file.TryGetFieldIndex("retired", out var retiredAt) ? Plain(file.GetString(retiredAt)).Length > 0 : was.IsRetired,
                    Translations = CatalogWords.Languages.ToDictionary(
                        language => language.Tag,
                        language => file.TryGetFieldIndex(language.Tag, out var column) && Plain(file.GetString(column)) is { Length: > 0 } word
                            ? word : was.Translations.GetValueOrDefault(language.Tag, ""),
                        StringComparer.Ordinal),
                };
                if (at < 0)
                    entries.Add(fresh);
                else
                    entries[at] = fresh;
            }

            return entries;
        }
        catch (CsvFormatException)
        {
            return null;
        }
    }

    // Takes off the mark that Write puts before what looks like a formula.
    private static string Plain(string cell)
    {
        var text = cell.Trim();
        return text.Length > 1 && text[0] == '\'' && text[1] is ('=' or '+' or '-' or '@') ? text[1..] : text;
    }
}
