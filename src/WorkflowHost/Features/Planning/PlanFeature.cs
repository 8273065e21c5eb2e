using WorkflowHost.Features.Planning.Catalogs;
using WorkflowHost.Features.Planning.Deadlines;
using WorkflowHost.Features.Planning.Indicators;
using WorkflowHost.Features.Planning.Places;
using WorkflowHost.Features.Planning.Rules;
using WorkflowHost.Features.Planning.Things;
using WorkflowHost.Features.Planning.Versions;

namespace WorkflowHost.Features.Planning;

/// <summary>The plan on screens: what is neither a process nor a form.</summary>
public static class PlanFeature
{
    public static IServiceCollection AddPlanPages(this IServiceCollection services) => services
        .AddScoped<ThingDesk>()
        .AddScoped<PlanUses>()
        .AddScoped<RolePreviews>()
        .AddScoped<FactFields>()
        .AddScoped<IndicatorTrial>()
        .AddScoped<CatalogDesk>()
        .AddScoped<CatalogWords>()
        .AddScoped<PlanHistory>()
        .AddScoped<DeadlineDesk>()
        .AddScoped<DeadlineWords>()
        .AddScoped<RuleDesk>()
        .AddScoped<RuleWords>()
        .AddScoped<FamilyWords>()
        .AddScoped<RuleTrial>()
        .AddScoped<RuleMoves>()
        .AddScoped<PlaceDesk>()
        .AddScoped<PlaceUse>();
}
