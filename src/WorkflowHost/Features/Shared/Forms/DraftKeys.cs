using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using WorkflowHost.Features.Shared.Settings;

namespace WorkflowHost.Features.Shared.Forms;

/// <summary>
/// The key with which a browser encrypts what a person has typed but not sent. It is the same for one person on every
/// page and never stored in the browser: whoever else opens the shared machine finds only noise.
/// </summary>
public sealed class DraftKeys(HouseSecrets secrets)
{
    /// <summary>Base64 of 32 bytes.</summary>
    public async Task<string> OfAsync(ClaimsPrincipal person, CancellationToken stop)
    {
        var secret = await secrets.OfAsync("drafts", stop);
        var name = person.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
        return Convert.ToBase64String(HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: Encoding.UTF8.GetBytes(name)));
    }
}
