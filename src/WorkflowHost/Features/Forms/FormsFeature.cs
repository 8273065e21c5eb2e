using WorkflowHost.Features.Forms.Designer;

namespace WorkflowHost.Features.Forms;

/// <summary>Form versions for the renderer, and the form.io builder.</summary>
public static class FormsFeature
{
    public static IServiceCollection AddForms(this IServiceCollection services) => services
        .AddSingleton<BrowserTexts>()
        .AddScoped<FormDesk>()
        .AddScoped<FormUse>()
        .AddScoped<FormReach>()
        .AddScoped<FormHistory>()
        .AddScoped<ChangeWords>();
}
