using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Translations;

/// <summary>The words of forms and screens in every language, side by side.</summary>
[Authorize(Permissions.DesignForms)]
public sealed class TranslationsController(TranslationShelf shelf, TranslationDesk desk, IStringLocalizer<Texts> texts) : Controller
{
    private const int MaxFileBytes = 4 * 1024 * 1024;
    private const int MaxBundleBytes = 16 * 1024 * 1024;

    [HttpGet("/designer/translations")]
    public async Task<IActionResult> Index(CancellationToken stop) => View("Index", new TranslationListPage(await shelf.ListAsync(stop), null));

    /// <summary>All tables in one file, or of them only what is missing.</summary>
    [HttpGet("/designer/translations.csv")]
    public async Task<IActionResult> DownloadAll(bool missing, CancellationToken stop) =>
        File(TranslationBundle.Write(await shelf.ListAsync(stop), missing), "text/csv; charset=utf-8", missing ? "missing.csv" : "translations.csv");

    [HttpPost("/designer/translations")]
    [RequestSizeLimit(MaxBundleBytes)]
    public async Task<IActionResult> UploadAll(IFormFile? file, CancellationToken stop)
    {
        var sheets = await shelf.ListAsync(stop);
        try
        {
            if (file is null)
                throw new TranslationFileException(1, null);
            await using var stream = file.OpenReadStream();
            var changes = TranslationBundle.Read(stream, sheets, out var unknown);
            var refused = unknown.Select(table => new RefusedChange(table, "", texts["translations.noTable"], null)).ToList();
            var saved = 0;
            foreach (var (table, words) in changes)
            {
                if (await desk.SaveAsync(table, words, stop) is not { } answer)
                    continue;
                saved += answer.Saved;
                refused.AddRange(answer.Refused);
            }

            var says = refused.Count == 0 ? texts["translations.saved", saved] : texts["translations.partly", saved, refused.Count];
            return View("Index", new TranslationListPage(await shelf.ListAsync(stop), new TranslationNotice(says, refused)));
        }
        catch (TranslationFileException exception)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Index", new TranslationListPage(sheets, new TranslationNotice(texts["translations.badBundle", exception.Line], []) { IsAlarm = true }));
        }
    }

    [HttpGet("/designer/translations/{key}")]
    public async Task<IActionResult> Sheet(string key, CancellationToken stop) =>
        await shelf.FindAsync(key, stop) is { } sheet ? View("Sheet", new TranslationPage(sheet, null)) : NotFound();

    [HttpPut("/api/designer/translations/{key}")]
    [RequestSizeLimit(MaxFileBytes)]
    public async Task<IActionResult> Save(string key, [FromBody] IReadOnlyList<TranslationChange> changes, CancellationToken stop)
    {
        if (await desk.SaveAsync(key, changes, stop) is not { } answer)
            return NotFound();

        return Ok(new { answer.Saved, answer.Refused, answer.Missing, says = Says(answer) });
    }

    [HttpGet("/designer/translations/{key}.csv")]
    public async Task<IActionResult> Download(string key, CancellationToken stop) =>
        await shelf.FindAsync(key, stop) is { } sheet
            ? File(TranslationFile.Write(sheet), "text/csv; charset=utf-8", $"{key.TrimStart('_')}.csv")
            : NotFound();

    [HttpPost("/designer/translations/{key}/file")]
    [RequestSizeLimit(MaxFileBytes)]
    public async Task<IActionResult> Upload(string key, IFormFile? file, CancellationToken stop)
    {
        if (await shelf.FindAsync(key, stop) is not { } sheet)
            return NotFound();

        try
        {
            if (file is null)
                throw new TranslationFileException(1, null);
            await using var stream = file.OpenReadStream();
            var answer = await desk.SaveAsync(key, TranslationFile.Read(stream, sheet), stop);
            return View("Sheet", new TranslationPage((await shelf.FindAsync(key, stop))!, new TranslationNotice(Says(answer!), answer!.Refused)));
        }
        catch (TranslationFileException exception)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Sheet", new TranslationPage(sheet, new TranslationNotice(texts["translations.badFile", exception.Line], []) { IsAlarm = true }));
        }
    }

    private string Says(TranslationAnswer answer) => answer.Refused.Count == 0
        ? texts["translations.saved", answer.Saved]
        : texts["translations.partly", answer.Saved, answer.Refused.Count];
}
