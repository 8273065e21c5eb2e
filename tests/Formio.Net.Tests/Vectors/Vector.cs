using System.Text.Json;
using System.Text.Json.Nodes;

namespace Formio.Tests.Vectors;

/// <summary>One line of a vector file: a form, a submission, and what form.io makes of them.</summary>
public sealed record Vector(JsonObject Json)
{
    public string Id => Text("id");

    public string Area => Text("area");

    public string Tag => Text("tag");

    public IReadOnlyList<string> Quirks => Json["quirks"] is JsonArray quirks ? [.. quirks.Select(quirk => quirk!.ToString())] : [];

    public JsonObject Expected => Json["expected"]!.AsObject();

    public static IReadOnlyList<Vector> Read(string file) =>
        [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => new Vector(JsonNode.Parse(line)!.AsObject()))];

    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Vectors", name);

    public SubmissionResult Run()
    {
        var form = FormDefinition.Parse(Json["form"]!.ToJsonString());
        var data = Json["submission"]!["data"]?.AsObject() ?? [];
        var env = Json["env"] as JsonObject;
        var context = new SubmissionContext
        {
            Language = "en",
            IsServer = Json["config"]?["server"]?.GetValue<bool>() ?? false,
            OnlyValidate = Text("pipeline") == "validate",
            TimeProvider = new FrozenClock(DateTimeOffset.Parse(
                env?["now"]?.ToString() ?? "2026-03-15T10:00:00Z", System.Globalization.CultureInfo.InvariantCulture)),
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById(env?["tz"]?.ToString() ?? "UTC"),
            Metadata = Json["submission"]!["metadata"]?.DeepClone().AsObject(),
            Lookups = new CannedLookups(Json["io"] as JsonObject ?? []),
        };
        return new SubmissionProcessor().Process(CompiledForm.Compile(form), data.DeepClone().AsObject(), context);
    }

    private string Text(string name) => Json[name]?.ToString() ?? "";
}
