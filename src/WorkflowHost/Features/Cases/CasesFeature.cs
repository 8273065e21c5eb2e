namespace WorkflowHost.Features.Cases;

/// <summary>Reading cases.</summary>
public static class CasesFeature
{
    public static IServiceCollection AddCases(this IServiceCollection services) => services
        .AddScoped<CaseFacts>()
        .AddScoped<CaseReader>()
        .AddScoped<CaseStory>()
        .AddScoped<PeopleList>()
        .AddScoped<SubmissionReader>();
}
