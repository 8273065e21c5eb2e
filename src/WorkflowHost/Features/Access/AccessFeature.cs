using System.Threading.RateLimiting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using WorkflowHost.Data;
using WorkflowHost.Features.Access.People;
using WorkflowHost.Features.Shared.Settings;

namespace WorkflowHost.Features.Access;

/// <summary>Signing in, the first administrator, and the people of a demonstration.</summary>
public static class AccessFeature
{
    /// <summary>Name of the limit on tries at the door, counted per address.</summary>
    public const string DoorLimit = "door";

    public static IServiceCollection AddAccess(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddIdentityCore<StaffMember>(options =>
        {
            options.User.RequireUniqueEmail = true;
            // Length instead of composition rules: ASVS 5 §6.2.
            options.Password = new PasswordOptions
            {
                RequiredLength = 12, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false,
            };
            options.Lockout = new LockoutOptions { MaxFailedAccessAttempts = 8, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10) };
        }).AddEntityFrameworkStores<WorkDb>().AddSignInManager();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));

        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie => StaffCookie.Configure(cookie, environment.IsDevelopment()));
        services.AddDataProtection().SetApplicationName("WorkflowHost");
        services.AddSingleton<KeyShelf>();
        services.AddOptions<KeyManagementOptions>().Configure<KeyShelf>((keys, shelf) => keys.XmlRepository = shelf);

        services.AddOptions<DoorOptions>().BindConfiguration(DoorOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<DemoOptions>().BindConfiguration(DemoOptions.Section);
        services.AddScoped<DemoPeople>();
        services.AddScoped<FirstAdministrator>();
        services.AddScoped<PeopleDesk>().AddScoped<GrantDesk>().AddScoped<Invitations>();
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(DoorLimit, context => RateLimitPartition.GetSlidingWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = context.RequestServices.GetRequiredService<IOptions<DoorOptions>>().Value.TriesPerMinute,
                    Window = TimeSpan.FromMinutes(1),
                    SegmentsPerWindow = 6,
                }));
        });
        return services;
    }
}
