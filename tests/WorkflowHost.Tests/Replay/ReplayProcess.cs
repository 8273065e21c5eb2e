using System.Diagnostics;
using WorkflowHost.Running;

namespace WorkflowHost.Tests.Replay;

/// <summary>The replay command as a process of its own, because only a process can be killed.</summary>
internal sealed class ReplayProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private ReplayProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    public static ReplayProcess Start(string database, int people)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = ScenarioFiles.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in new[]
                 {
                     typeof(WorkDrain).Assembly.Location, "replay", ScenarioFiles.Mexicali, "--json", "--database", database,
                     "--people", people.ToString(System.Globalization.CultureInfo.InvariantCulture),
                 })
            start.ArgumentList.Add(word);
        return new ReplayProcess(Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start."));
    }

    /// <summary>The JSON it printed, when it ended well.</summary>
    public async Task<string> FinishAsync()
    {
        await _process.WaitForExitAsync();
        _process.ExitCode.ShouldBe(0, await _errors);
        return await _output;
    }

    /// <summary>Kills it, without any chance to tidy up, as soon as the condition holds.</summary>
    public async Task KillWhenAsync(Func<Task<bool>> condition)
    {
        while (!await condition())
        {
            _process.HasExited.ShouldBeFalse("it ended before it could be killed");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose() => _process.Dispose();
}
