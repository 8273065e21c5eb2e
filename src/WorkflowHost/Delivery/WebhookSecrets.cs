using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace WorkflowHost.Delivery;

/// <summary>Signing secrets as they are stored: encrypted with the keys of this installation.</summary>
public sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("WorkflowHost.Webhooks");

    public string Protect(string secret) => _protector.Protect(secret);

    /// <summary>Null when it was stored under keys that are gone; it must then be made anew.</summary>
    public string? Reveal(string stored)
    {
        try
        {
            return _protector.Unprotect(stored);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
