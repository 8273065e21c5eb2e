namespace WorkflowHost.Features.Shared.Headers;

/// <summary>Chooses the <see cref="ContentSecurityProfile"/> of a page; without it a page has <see cref="ContentSecurityProfile.Page"/>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ContentSecurityAttribute(ContentSecurityProfile profile) : Attribute
{
    public ContentSecurityProfile Profile { get; } = profile;
}
