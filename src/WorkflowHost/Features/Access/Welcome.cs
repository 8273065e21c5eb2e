using Microsoft.Extensions.Options;

namespace WorkflowHost.Features.Access;

/// <summary>What the program says to whoever started it: where it is, and how to get in.</summary>
public static class Welcome
{
    public static async Task WelcomeAsync(this WebApplication app)
    {
        var stop = app.Lifetime.ApplicationStopping;
        await using var scope = app.Services.CreateAsyncScope();
        var demo = scope.ServiceProvider.GetRequiredService<DemoPeople>();
        if (app.Environment.IsDevelopment())
        {
            var names = await demo.EnsureAsync(stop);
            var password = scope.ServiceProvider.GetRequiredService<IOptions<DemoOptions>>().Value.Password;
            SayWhenStarted(app, ["Demo sign-ins, all with the password " + password + ":", .. names.Select(name => "  " + name)]);
            return;
        }

        await demo.ShutOutAsync(stop);
        var first = scope.ServiceProvider.GetRequiredService<FirstAdministrator>();
        if (await first.InviteAsync(stop) is { } token)
            SayWhenStarted(app, ["Nobody can sign in yet. Make the first administrator once at:", $"  {{address}}/setup?token={token}"]);
    }

    // The addresses are known once the server listens.
    private static void SayWhenStarted(WebApplication app, IReadOnlyList<string> lines) =>
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var address = app.Urls.FirstOrDefault() ?? "";
            Console.WriteLine($"{Environment.NewLine}Open {address}");
            foreach (var line in lines)
                Console.WriteLine(line.Replace("{address}", address, StringComparison.Ordinal));
        });
}
