using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace WorkflowHost.Features.Access;

/// <summary>The cookie of a signed-in person: this host only, never readable by scripts, gone after an idle hour.</summary>
public static class StaffCookie
{
    public static void Configure(CookieAuthenticationOptions cookie, bool isDevelopment)
    {
        // Development speaks plain HTTP, where browsers refuse the __Host- prefix.
        cookie.Cookie.Name = isDevelopment ? "wh" : "__Host-wh";
        cookie.Cookie.SecurePolicy = isDevelopment ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.HttpOnly = true;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(1);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/sign-in";
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized, redirect: true);
        cookie.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden, redirect: false);
    }

    // A script that fetches must see 401, not the sign-in page with status 200; a person must see the sign-in page.
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status, bool redirect)
    {
        var isPage = context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
        if (redirect && isPage && HttpMethods.IsGet(context.Request.Method))
            context.Response.Redirect(context.RedirectUri);
        else
            context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
