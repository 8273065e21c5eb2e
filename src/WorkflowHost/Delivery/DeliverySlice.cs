using WorkflowHost.Running;

namespace WorkflowHost.Delivery;

/// <summary>Registers what comes in and goes out by HTTP outside of the pages.</summary>
public static class DeliverySlice
{
    public static IServiceCollection AddDelivery(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDataProtection();
        services.AddOptions<DeliveryOptions>()
            .Bind(configuration.GetSection(DeliveryOptions.Section))
            .ValidateDataAnnotations()
            .Validate(
                options => options.AllowedNetworks.All(text => AllowedTarget.Parse(text) is not null),
                "Delivery:AllowedNetworks needs entries like 10.20.0.0/16:8443 or host.example:443.")
            .ValidateOnStart();
        services.AddSingleton<OutgoingHttp>();
        services.AddSingleton<WebhookSecrets>();
        services.AddSingleton<WebhookSources>();
        services.AddSingleton<WebhookDelivering>();
        services.AddSingleton<WorkflowRequests>();
        services.AddSingleton<IOutward, Outward>();
        services.AddSingleton<InboundWebhooks>();
        services.AddSingleton<WorkflowEndpoints>();
        return services.AddSubscriptions();
    }

    /// <summary>Who wants to be told of what: rows that wait for whoever carries them out, and nothing that could send them.</summary>
    public static IServiceCollection AddSubscriptions(this IServiceCollection services) => services
        .AddSingleton<WebhookSubscriptions>()
        .AddSingleton<WebhookFanOut>();

    /// <summary><c>POST /webhooks/{source}</c>, and Elsa's HTTP endpoints below <c>/workflows</c>.</summary>
    public static IEndpointRouteBuilder MapDelivery(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/webhooks/{source}", async (string source, HttpContext http, InboundWebhooks webhooks) =>
            await webhooks.ReceiveAsync(source, http.Request, http.RequestAborted)).AllowAnonymous().DisableAntiforgery();
        // A workflow says itself who may call it; see its Authorize and Policy.
        routes.Map("/workflows/{**path}", async (HttpContext http, WorkflowEndpoints endpoints) =>
            await endpoints.ReceiveAsync(http, http.RequestAborted)).AllowAnonymous().DisableAntiforgery();
        return routes;
    }
}
