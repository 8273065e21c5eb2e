using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace WorkflowHost.Browser.Product;

/// <summary>The product as a user starts it: its own process, its own empty database, Development's demo people.</summary>
public sealed partial class ProductServer : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workflowhost-browser-").FullName;
    private readonly ConcurrentQueue<string> _output = new();
    private Process? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public string Output => string.Join('\n', _output);

    /// <summary>Ends only when it is stopped from outside: what was changed meanwhile was changed without a restart.</summary>
    public bool HasExited => _process?.HasExited ?? true;

    /// <summary>The password that Development prints for its demo people.</summary>
    public string DemoPassword => PrintedPassword().Match(Output) is { Success: true } match
        ? match.Groups[1].Value
        : throw new InvalidOperationException($"The product printed no demo password:\n{Output}");

    public async Task InitializeAsync()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "WorkflowHost.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--urls", Address.ToString()])
        {
            WorkingDirectory = Path.Combine(Repository.Root, "src", "WorkflowHost"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Database__Provider"] = "sqlite";
        start.Environment["Database__Connection"] = $"Data Source={Path.Combine(_folder, "browser.db")}";

        _process = Process.Start(start) ?? throw new InvalidOperationException("The product did not start.");
        _process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await AnswersAsync();
    }

    public Task DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    private async Task AnswersAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromMinutes(5))
        {
            if (_process!.HasExited)
            {
                break;
            }

            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet: the loop asks again until its time is up.
            }

            await Task.Delay(200);
        }

        throw new InvalidOperationException($"The product does not answer at {Address}. It printed:\n{Output}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("with the password (\\S+):")]
    private static partial Regex PrintedPassword();
}
