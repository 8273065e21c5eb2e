namespace WorkflowHost.Features.Translations;

/// <summary>Tables of words.</summary>
public static class TranslationsFeature
{
    public static IServiceCollection AddTranslations(this IServiceCollection services) => services
        .AddScoped<TranslationShelf>()
        .AddScoped<TranslationDesk>();
}
