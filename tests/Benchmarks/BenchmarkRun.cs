using System.Reflection;
using BenchmarkDotNet.Running;
using Benchmarks.Soak;
using Benchmarks.Store;
using Benchmarks.Workflows;

namespace Benchmarks;

/// <summary>
/// Entry point: <c>dotnet run -c Release --project tests/Benchmarks -- --filter '*'</c>, or <c>-- forms</c>,
/// <c>-- store</c>, <c>-- workflows</c>, <c>-- soak</c> for the measurements that are programs of their own.
/// </summary>
public static class BenchmarkRun
{
    public static async Task<int> Main(string[] args)
    {
        if (args is ["soak", .. var soak])
            return await SoakRun.RunAsync(soak);
        if (args is ["forms", .. var forms])
            Forms.FormsRun.Run(forms);
        else if (args is ["store", .. var store])
            await StoreMeasurement.RunAsync(store);
        else if (args is ["workflows", .. var workflows])
            await WorkflowMeasurement.RunAsync(workflows);
        else
            BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
        return 0;
    }
}
