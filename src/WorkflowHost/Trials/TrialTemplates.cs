using System.Security.Cryptography;
using System.Text;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;
using WorkflowHost.Data;

namespace WorkflowHost.Trials;

/// <summary>
/// Databases with content and nothing else in them, made once for a state of the content and copied for each trial:
/// making the tables and reading a hundred files takes longer than a person wants to wait.
/// </summary>
public sealed class TrialTemplates(IConfiguration configuration) : IDisposable
{
    private const int Kept = 3;

    private readonly string _folder = Directory.CreateTempSubdirectory("workflowhost-trials-").FullName;
    private readonly SemaphoreSlim _making = new(1, 1);
    private readonly List<Template> _templates = [];

    /// <summary>Copies a database with that content to a new file; returns the file and what was wrong with the content.</summary>
    /// <exception cref="PlanFormatException">Without a plan nothing can be tried.</exception>
    public async Task<TrialFile> CopyAsync(IReadOnlyDictionary<string, string> files, CancellationToken ct)
    {
        var stamp = Stamp(files);
        await _making.WaitAsync(ct);
        try
        {
            var template = _templates.Find(one => one.Stamp == stamp);
            if (template is null)
            {
                template = await MakeAsync(stamp, files, ct);
                _templates.Add(template);
                if (_templates.Count > Kept)
                {
                    File.Delete(_templates[0].File);
                    _templates.RemoveAt(0);
                }
            }

            var copy = Path.Combine(_folder, $"{Guid.CreateVersion7():N}.db");
            File.Copy(template.File, copy);
            return new TrialFile(copy, template.Plan, template.Mistakes);
        }
        finally
        {
            _making.Release();
        }
    }

    /// <summary>Deletes the files of a trial.</summary>
    public static void Delete(string file)
    {
        TrialServices.Release(file);
        foreach (var ending in new[] { "", "-wal", "-shm" })
            File.Delete(file + ending);
    }

    public void Dispose()
    {
        _making.Dispose();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    private async Task<Template> MakeAsync(string stamp, IReadOnlyDictionary<string, string> files, CancellationToken ct)
    {
        var (read, unreadable) = ContentFolder.Read(files);
        var plan = Plan.Parse(read.FirstOrDefault(file => file.Kind == ContentKind.Plan)?.Json ?? "{}");
        var file = Path.Combine(_folder, $"template-{stamp}.db");
        await WorkData.MigrateAsync(TrialServices.DatabaseOf(file), ct);
        IReadOnlyList<ContentMistake> mistakes;
        await using (var services = TrialServices.Describe(file, TimeProvider.System, configuration).BuildServiceProvider())
            (_, mistakes) = await services.GetRequiredService<ContentImport>().RunAsync(read, ct);
        TrialServices.Release(file);
        return new Template(stamp, file, plan, [.. unreadable, .. mistakes]);
    }

    private static string Stamp(IReadOnlyDictionary<string, string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, text) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path));
            hash.AppendData([0]);
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            hash.AppendData([0]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..24];
    }

    private sealed record Template(string Stamp, string File, Plan Plan, IReadOnlyList<ContentMistake> Mistakes);
}

/// <param name="Mistakes">What kept a file out of the trial.</param>
public sealed record TrialFile(string File, Plan Plan, IReadOnlyList<ContentMistake> Mistakes);
