using System.Globalization;
using Test262;

// Runs the cases of a test262 checkout that apply (applicability.json) and prints the pass rate by folder.
// dotnet run -c Release --project tests/Test262 -- CHECKOUT [part of a path] [--failures] [--excluded]
if (args.Length == 0)
{
    Console.Error.WriteLine("usage: Test262 CHECKOUT [part of a path] [--failures] [--excluded]");
    return 2;
}
var root = Path.Combine(args[0], "test");
var wanted = args.Skip(1).FirstOrDefault(arg => !arg.StartsWith("--", StringComparison.Ordinal)) ?? "";
var showFailures = args.Contains("--failures");
var rules = Applicability.Load();
var runner = new CaseRun(Path.Combine(args[0], "harness"));
var folders = new SortedDictionary<string, (int Passed, int Applicable, int All)>(StringComparer.Ordinal);
var excluded = new SortedDictionary<string, int>(StringComparer.Ordinal);
foreach (var folder in rules.Folders.Where(folder => Directory.Exists(Path.Combine(root, folder))))
{
    foreach (var file in Directory.EnumerateFiles(Path.Combine(root, folder), "*.js", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
    {
        if (file.Contains("_FIXTURE", StringComparison.Ordinal)) continue;
        var test = TestCase.Read(root, file);
        if (!test.Path.Contains(wanted, StringComparison.Ordinal)) continue;
        var (passed, applicable, all) = folders.GetValueOrDefault(folder);
        if (rules.Excludes(test) is { } reason)
        {
            excluded[reason] = excluded.GetValueOrDefault(reason) + 1;
            folders[folder] = (passed, applicable, all + 1);
            continue;
        }
        var failure = runner.Failure(test);
        if (failure is not null && showFailures) Console.WriteLine($"{test.Path}: {failure}");
        folders[folder] = (passed + (failure is null ? 1 : 0), applicable + 1, all + 1);
    }
}
Console.WriteLine("| folder | cases | applicable | passed | rate |\n|---|---|---|---|---|");
foreach (var (folder, (passed, applicable, all)) in folders) Console.WriteLine(Row(folder, all, applicable, passed));
Console.WriteLine(Row("**all**", folders.Values.Sum(item => item.All), folders.Values.Sum(item => item.Applicable), folders.Values.Sum(item => item.Passed)));
if (!args.Contains("--excluded")) return 0;
Console.WriteLine("\n| not applicable because of | cases |\n|---|---|");
foreach (var (reason, count) in excluded.OrderByDescending(item => item.Value)) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {reason} | {count} |"));
return 0;

static string Row(string folder, int all, int applicable, int passed) => string.Create(CultureInfo.InvariantCulture,
    $"| {folder} | {all} | {applicable} | {passed} | {(applicable == 0 ? "—" : ((Math.Floor(passed * 1000.0 / applicable) / 10).ToString("0.0", CultureInfo.InvariantCulture) + " %"))} |");
