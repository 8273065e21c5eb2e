namespace WorkflowHost.Features.Inbox;

/// <summary>The tasks that wait for a person.</summary>
public static class InboxFeature
{
    public static IServiceCollection AddInbox(this IServiceCollection services) => services.AddScoped<InboxList>();
}
