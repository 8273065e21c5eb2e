using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using WorkflowHost.Data;

namespace WorkflowHost.Tests.Soak;

/// <summary>The real program as a process of its own on a loopback port that stays the same over its lives.</summary>
internal sealed class StormProgram(string folder, DatabaseOptions database, int receiverPort) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly HttpClient _probe = new() { Timeout = TimeSpan.FromSeconds(2) };
    private Process? _process;

    public Uri Address { get; } = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}/"));

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "WorkflowHost.dll"));
        start.ArgumentList.Add("--contentRoot");
        start.ArgumentList.Add(folder);
        foreach (var (name, value) in Settings())
            start.Environment[name] = value;
        _process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var said = new Queue<string>();
        _process.OutputDataReceived += (_, line) => Keep(said, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(said, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        for (var waited = Stopwatch.StartNew(); !await AnswersAsync(); await Task.Delay(25))
        {
            if (_process.HasExited || waited.Elapsed > Patience)
                throw new InvalidOperationException($"The program did not come up: {string.Join('\n', said)}");
        }
    }

    /// <summary>SIGKILL: no chance to tidy up.</summary>
    public async Task KillAsync()
    {
        if (_process is null)
            return;
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
            _process.Kill();
        _process?.Dispose();
        _probe.Dispose();
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development", // demo people, and cookies without TLS
        ["ASPNETCORE_URLS"] = Address.ToString(),
        ["Database__Provider"] = database.Provider,
        ["Database__Connection"] = database.Connection,
        ["Delivery__AllowedNetworks__0"] = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{receiverPort}"),
        ["Delivery__AllowPlainHttp"] = "true",
        ["Demo__Password"] = StormContent.Password,
        ["Door__TriesPerMinute"] = "100000",
        ["Logging__LogLevel__Default"] = "Error",
    };

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await _probe.GetAsync(new Uri(Address, "health/live"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false; // not yet
        }
    }

    private static void Keep(Queue<string> said, string? line)
    {
        if (line is null)
            return;
        said.Enqueue(line);
        while (said.Count > 40)
            said.Dequeue();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
