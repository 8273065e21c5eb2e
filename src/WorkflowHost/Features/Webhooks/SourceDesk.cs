using WorkflowHost.Content;
using WorkflowHost.Delivery;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Webhooks;

/// <summary>The signing secrets of those who send webhooks to us; each look is written down.</summary>
public sealed class SourceDesk(PublishedContent content, WebhookSources sources, AuditPen audit, CurrentStaff staff)
{
    /// <summary>Null when the plan has no such source.</summary>
    public Task<string?> ShowAsync(string source, CancellationToken stop) =>
        WithAsync(source, "source.secret-shown", sources.SecretOfAsync, stop);

    /// <summary>A fresh secret; the old one is void at once. Null when the plan has no such source.</summary>
    public Task<string?> RotateAsync(string source, CancellationToken stop) =>
        WithAsync(source, "source.secret-rotated", sources.RotateAsync, stop);

    private async Task<string?> WithAsync(
        string source, string act, Func<string, CancellationToken, Task<string>> secretOf, CancellationToken stop)
    {
        if (content.Current.Plan.WebhookSources.All(one => one.Key != source))
            return null;

        var secret = await secretOf(source, stop);
        await audit.WriteAsync(staff.UserName, act, "source", source, stop);
        return secret;
    }
}
