namespace WorkflowHost.Features.Webhooks;

/// <summary>The pages about webhooks; sending and receiving them is the runtime's.</summary>
public static class WebhookPagesFeature
{
    public static IServiceCollection AddWebhookPages(this IServiceCollection services) => services
        .AddScoped<EndpointBook>()
        .AddScoped<SourceDesk>();
}
