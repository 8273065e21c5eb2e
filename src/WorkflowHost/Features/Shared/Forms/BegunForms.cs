using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace WorkflowHost.Features.Shared.Forms;

/// <summary>
/// Proof that somebody began a form while it could be begun: given with the page, kept with the draft, shown when it is
/// sent. A form retired meanwhile takes what was begun before and nothing else, and nobody can claim to have begun.
/// </summary>
public sealed class BegunForms(IDataProtectionProvider protection, TimeProvider time)
{
    private const char Between = '\n';
    private readonly IDataProtector _protector = protection.CreateProtector("BegunForm.v1");

    public string Issue(ClaimsPrincipal person, BegunForm form) => _protector.Protect(string.Join(
        Between,
        OwnerOf(person),
        form.Form,
        form.Version.ToString(CultureInfo.InvariantCulture),
        form.DefinitionVersionId,
        time.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture)));

    /// <summary>What was begun; null when the proof is not ours, another person's or another form's.</summary>
    public BegunForm? Read(string proof, ClaimsPrincipal person, string form)
    {
        try
        {
            return _protector.Unprotect(proof).Split(Between) is [var owner, var key, var version, var definition, var ticks]
                && owner == OwnerOf(person) && key == form
                ? new BegunForm(key, int.Parse(version, CultureInfo.InvariantCulture), definition)
                {
                    At = new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero),
                }
                : null;
        }
        catch (CryptographicException)
        {
            // Not made by this program, or by keys that are gone: no proof.
            return null;
        }
    }

    private static string OwnerOf(ClaimsPrincipal person) => person.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
}

/// <summary>A form somebody began, and the version of the workflow it was to start.</summary>
public sealed record BegunForm(string Form, int Version, string DefinitionVersionId)
{
    public DateTimeOffset At { get; init; }
}
