using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.Localization;
using WorkflowHost.Features.Shared.Assets;
using WorkflowHost.Features.Shared.Counting;
using WorkflowHost.Features.Shared.Forms;
using WorkflowHost.Features.Shared.Headers;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Shared.Layout;
using WorkflowHost.Features.Shared.Settings;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Shared;

/// <summary>What every page needs: views, languages, headers, files and the person in front of the screen.</summary>
public static class PortalFeature
{
    private const int MaxFormValues = 10_000;

    /// <summary>Header in which scripts send the antiforgery token.</summary>
    public const string AntiforgeryHeader = "X-CSRF-Token";

    public static IServiceCollection AddPortal(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddControllersWithViews(options => options.Filters.Add<AutoValidateAntiforgeryTokenAttribute>());
        services.Configure<RazorViewEngineOptions>(options => options.ViewLocationExpanders.Add(new FeatureViews()));
        services.AddAntiforgery(options =>
        {
            options.HeaderName = AntiforgeryHeader;
            options.Cookie.Name = environment.IsDevelopment() ? "wh-csrf" : "__Host-wh-csrf";
            options.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        });
        // A catalog of two hundred countries in five languages is one form; its bytes are bounded like those of any request.
        services.Configure<FormOptions>(options => options.ValueCountLimit = MaxFormValues);
        services.AddLocalization();
        services.AddTransient<IStringLocalizer<Texts>, ScreenTexts>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            string[] cultures = [.. ScreenLanguages.All.Select(language => language.Culture)];
            options.SetDefaultCulture(cultures[0]).AddSupportedCultures(cultures).AddSupportedUICultures(cultures);
            options.RequestCultureProviders = [new CookieRequestCultureProvider()];
        });
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        services.AddSingleton<AssetLibrary>();
        services.AddSingleton<HouseSecrets>();
        services.AddSingleton<DraftKeys>();
        services.AddSingleton<BegunForms>();
        services.AddSingleton<AuditPen>();
        services.AddScoped<SubmissionDoor>();
        services.AddScoped<NextStep>();
        services.AddScoped<CaseReading>();
        services.AddSingleton<House>();
        services.AddScoped<PlanWords>();
        services.AddScoped<FactShelf>().AddScoped<EvidenceReader>();
        services.AddScoped<Rooms>();
        services.AddScoped<ScreenTime>();
        services.AddScoped<ChangeSentences>();
        return services.AddStaff();
    }

    /// <summary>The middleware in its order; endpoints are mapped after it.</summary>
    public static WebApplication UsePortal(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.UseExceptionHandler("/error/500");
        app.UseWhen(IsPage, pages => pages.UseStatusCodePagesWithReExecute("/error/{0}"));
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = KeepVersioned });
        app.UseRouting();
        app.UseRequestLocalization();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<SameOrigin>();
        app.UseAuthorization();
        app.MapControllers();
        app.MapAssets();
        return app;
    }

    // Programs get the bare status; people get a page that helps.
    private static bool IsPage(HttpContext context) =>
        context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    // asp-append-version puts a hash of the content into the query: that address never changes its content.
    private static void KeepVersioned(Microsoft.AspNetCore.StaticFiles.StaticFileResponseContext file) =>
        file.Context.Response.Headers.CacheControl =
            file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache";
}
