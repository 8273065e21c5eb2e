using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using WorkflowHost.Content;
using WorkflowHost.Tests.Replay;

namespace WorkflowHost.Tests.Pages;

/// <summary>Ready parts of the builder, warnings that never refuse, and the check while editing.</summary>
[Collection(PortalCollection.Name)]
public sealed class FormPresetTests(PortalHost host)
{
    [Fact]
    public async Task The_builder_offers_the_presets_with_the_choices_of_the_catalogs_and_their_code()
    {
        var client = await host.SignInAsync("diseno");

        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/designer/forms/comidas"));
        var script = await client.GetStringAsync("/designer/forms/presets.js");

        page.ShouldContain("preset");
        page.ShouldContain("\"name\":\"curp\"");
        page.ShouldContain("BCG");
        script.ShouldContain("mm \\u003C 115");
    }

    [Theory]
    [InlineData(114, 24, false, "severa")]
    [InlineData(115, 24, false, "moderada")]
    [InlineData(124, 24, false, "moderada")]
    [InlineData(125, 24, false, "adecuada")]
    [InlineData(114, 5, false, "no-aplica")]
    [InlineData(114, 6, false, "severa")]
    [InlineData(114, 59, false, "severa")]
    [InlineData(114, 60, false, "no-aplica")]
    [InlineData(140, 24, true, "severa")]
    public void The_arm_measure_is_classified_as_the_protocol_says(int millimetres, int months, bool swollen, string expected)
    {
        var data = new JsonObject { ["muac"] = new JsonObject { ["meses"] = months, ["perimetro"] = millimetres, ["edema"] = swollen } };

        var result = Judge("salud", "muac", data);

        result.Errors.ShouldBeEmpty();
        result.Data["muac"]!["clasificacion"]!.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("dia", "07/03/1990", true)]
    [InlineData("dia", "00/03/1990", false)]
    [InlineData("mes", "00/03/1990", true)]
    [InlineData("mes", "00/00/1990", false)]
    [InlineData("anio", "00/00/1990", true)]
    public void A_birth_date_is_as_exact_as_the_person_says(string precision, string date, bool isAccepted)
    {
        var data = new JsonObject { ["nacimiento"] = new JsonObject { ["precision"] = precision, ["fecha"] = date } };

        Judge("personas", "nacimiento", data).IsValid.ShouldBe(isAccepted);
    }

    [Fact]
    public void An_estimated_age_needs_no_date()
    {
        var data = new JsonObject { ["nacimiento"] = new JsonObject { ["precision"] = "estimada", ["edad"] = 40 } };

        Judge("personas", "nacimiento", data).IsValid.ShouldBeTrue();
    }

    [Fact]
    public void A_signature_can_be_a_thumbprint_before_a_witness()
    {
        var alone = new JsonObject { ["firma"] = new JsonObject { ["forma"] = "huella", ["huella"] = true } };
        var witnessed = new JsonObject { ["firma"] = new JsonObject { ["forma"] = "huella", ["huella"] = true, ["testigo"] = "Ana" } };

        Judge("constancias", "firma", alone).Errors.ShouldHaveSingleItem().Path.ShouldBe("firma.testigo");
        Judge("constancias", "firma", witnessed).IsValid.ShouldBeTrue();
    }

    [Fact]
    public async Task What_looks_wrong_is_said_and_accepted()
    {
        var client = await host.SignInAsync("diseno");
        var form = new JsonObject
        {
            ["title"] = "Clave", ["properties"] = new JsonObject { ["sensitivity"] = "personal" },
            ["components"] = new JsonArray(Component("documentos", "curp")),
        };
        const string Page = "/designer/forms/clave-propia";
        await client.PostFormAsync("/designer/forms", "/designer/forms", ("key", "clave-propia"), ("title", "Clave"));
        var draft = await BaseAsync(client, Page);
        await client.SendJsonAsync(HttpMethod.Put, Page, "/api" + Page + "/draft", new { form, @base = draft });

        var answer = await client.SendJsonAsync(
            HttpMethod.Post, Page + "/preview", "/api" + Page + "/0/trial", new { data = new { curp = "BOXW310820HNERXN08" }, language = "es" });

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = (await answer.Content.ReadFromJsonAsync<JsonObject>()).ShouldNotBeNull();
        body["warnings"].ShouldBeOfType<JsonArray>().ShouldHaveSingleItem()!["message"]!.ToString().ShouldContain("no concuerda");
    }

    [Fact]
    public async Task The_check_while_editing_names_mistakes_and_keeps_nothing()
    {
        var client = await host.SignInAsync("diseno");
        const string Page = "/designer/forms/egreso-salida";
        var form = (await client.GetFromJsonAsync<JsonObject>("/forms/egreso-salida/1/form.json")).ShouldNotBeNull();
        form["components"].ShouldBeOfType<JsonArray>().Add(new JsonObject
        {
            ["type"] = "textfield", ["key"] = "clave", ["input"] = true, ["properties"] = new JsonObject { ["check"] = "nss" },
        });

        var answer = await client.SendJsonAsync(HttpMethod.Post, Page, "/api" + Page + "/check", new { form });

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = (await answer.Content.ReadFromJsonAsync<JsonObject>()).ShouldNotBeNull();
        body["problems"].ShouldBeOfType<JsonArray>().Select(problem => $"{problem!["path"]}: {problem["message"]}")
            .ShouldContain("$.clave: No existe la revisión «nss». Las que hay: curp, rfc.");
        (await client.GetAsync("/forms/egreso-salida/0/form.json")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void A_preset_is_held_to_what_a_form_is_held_to()
    {
        var texts = Files();
        texts["forms/presets/constancias.json"] = texts["forms/presets/constancias.json"].Replace("Puede decir que no", "Diga que no", StringComparison.Ordinal);
        texts["forms/presets/documentos.json"] = texts["forms/presets/documentos.json"]
            .Replace("\"documentos\" }", "\"papeles\" }", StringComparison.Ordinal).Replace("\"rfc\",\n      \"title\"", "\"curp\",\n      \"title\"", StringComparison.Ordinal);

        var mistakes = PresetMistakes(texts);

        mistakes.ShouldContain("forms/presets/constancias.json: $.presets[0].consentimiento.texto: missing-consent-translation");
        mistakes.ShouldContain("forms/presets/documentos.json: $.presets[0].component.components[0].properties.catalog: catalog.unknown");
        mistakes.ShouldContain("forms/presets/documentos.json: $.presets[2]: preset.duplicate");
    }

    [Fact]
    public void Every_word_of_the_presets_has_all_languages() => PresetMistakes(Files()).ShouldBeEmpty();

    private static List<string> PresetMistakes(Dictionary<string, string> texts)
    {
        var files = ContentFolder.Read(texts).Files;
        return
        [
            .. ContentCheck.OfFiles(files, Engine.ActivityRegistry.WithBuiltIns())
                .Where(mistake => mistake.File.StartsWith("forms/presets/", StringComparison.Ordinal))
                .Select(mistake => $"{mistake.File}: {mistake.Path}: {mistake.Code}"),
        ];
    }

    private static Dictionary<string, string> Files() => new[] { "presets", "catalogs", "i18n" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(ScenarioFiles.Root, "forms", folder), "*.json"))
        .ToDictionary(file => Path.GetRelativePath(ScenarioFiles.Root, file).Replace('\\', '/'), File.ReadAllText);

    private static JsonObject Component(string group, string name)
    {
        var presets = JsonNode.Parse(Files()[$"forms/presets/{group}.json"])!["presets"]!.AsArray();
        return (JsonObject)presets.Single(preset => preset!["name"]!.ToString() == name)!["component"]!.DeepClone();
    }

    private static Formio.SubmissionResult Judge(string group, string name, JsonObject data)
    {
        var form = new JsonObject { ["name"] = "f", ["components"] = new JsonArray(Component(group, name)) };
        return new Formio.SubmissionProcessor().Process(
            Formio.CompiledForm.Compile(Formio.FormDefinition.Parse(form.ToJsonString())), data, new Formio.SubmissionContext { Language = "es" });
    }

    private static async Task<string> BaseAsync(HttpClient client, string page)
    {
        var html = await client.GetStringAsync(page);
        var at = html.IndexOf("data-base=\"", StringComparison.Ordinal) + "data-base=\"".Length;
        return html[at..html.IndexOf('"', at)];
    }
}
