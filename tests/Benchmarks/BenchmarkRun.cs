using System.Reflection;
using BenchmarkDotNet.Running;

namespace Benchmarks;

/// <summary>Entry point: <c>dotnet run -c Release --project tests/Benchmarks -- --filter '*'</c>.</summary>
public static class BenchmarkRun
{
    public static void Main(string[] args)
    {
        if (args is ["forms", .. var rest]) Forms.FormsRun.Run(rest);
        else BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
    }
}
