using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Formio.Tests;

public partial class MessageTests
{
    private const string Form = """{"components":[{"type":"textfield","key":"a","label":"Nombre","input":true,"validate":{"required":true}}]}""";

    [Theory]
    [InlineData("es")]
    [InlineData("fr")]
    [InlineData("ht")]
    [InlineData("pt")]
    public void Each_dictionary_has_every_message_with_the_same_places(string language)
    {
        var english = Dictionary("en");
        var other = Dictionary(language);

        other.Keys.ShouldBe(english.Keys, ignoreOrder: true);
        foreach (var (key, text) in english) PlacesOf(other[key]).ShouldBe(PlacesOf(text), key);
    }

    [Theory]
    [InlineData("es", "Nombre es obligatorio")]
    [InlineData("es-MX", "Nombre es obligatorio")]
    [InlineData("ht", "Nombre obligatwa")]
    [InlineData("fr", "Nombre est obligatoire")]
    [InlineData("pt", "Nombre é obrigatório")]
    [InlineData("en", "Nombre is required")]
    [InlineData("xx", "Nombre is required")]
    public void A_message_speaks_the_language_of_the_context(string language, string message) =>
        Process(new FormCompileOptions(), language).ShouldBe(message);

    [Fact]
    public void A_dictionary_of_the_form_translates_labels_and_messages()
    {
        var options = new FormCompileOptions
        {
            Translations = new Dictionary<string, IReadOnlyDictionary<string, string>>
            {
                ["ht"] = new Dictionary<string, string> { ["Nombre"] = "Non", ["required"] = "Ekri {{field}}" },
            },
        };

        Process(options, "ht").ShouldBe("Ekri Non");
        Process(options, "es").ShouldBe("Nombre es obligatorio");
    }

    private static string Process(FormCompileOptions options, string language) => new SubmissionProcessor().Process(
        CompiledForm.Compile(FormDefinition.Parse(Form), options),
        new JsonObject(),
        new SubmissionContext { Language = language }).Errors.ShouldHaveSingleItem().Message;

    private static string PlacesOf(string text) =>
        string.Join(' ', Places().Matches(text).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));

    private static Dictionary<string, string> Dictionary(string language)
    {
        using var stream = typeof(FormDefinition).Assembly.GetManifestResourceStream($"Formio.Messages.Dictionaries.{language}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }

    [GeneratedRegex(@"\{\{\s*(\w+)\s*\}\}")]
    private static partial Regex Places();
}
