using System.Text.Json.Nodes;

namespace Formio.Tests;

/// <summary>CURP and RFC: what looks wrong is pointed out and accepted.</summary>
public class ValueCheckTests
{
    [Theory]
    [InlineData("curp", "BOXW310820HNERXN09", null)]
    [InlineData("curp", "BOXW310820HNERXN08", "check.curp.digit")]
    [InlineData("curp", "JEPM900514MNENRR05", null)]
    [InlineData("curp", "jepm 900514 mnenrr05", null)]
    [InlineData("curp", "JEPM900514XNENRR09", null)]
    [InlineData("curp", "JEPM900514", "check.curp.shape")]
    [InlineData("curp", "JEPM900514MNENRRÑ5", "check.curp.shape")]
    [InlineData("rfc", "GODE561231GR8", null)]
    [InlineData("rfc", "gode-561231-gr8", null)]
    [InlineData("rfc", "GODE561231GR7", "check.rfc.digit")]
    [InlineData("rfc", "XEXX010101000", "check.rfc.generic")]
    [InlineData("rfc", "XAXX010101000", "check.rfc.generic")]
    [InlineData("rfc", "GOD561231GR8", "check.rfc.shape")]
    [InlineData("otra", "cualquiera", null)]
    public void A_code_is_checked_and_always_accepted(string check, string value, string? warning)
    {
        var result = Process(Field(check), new JsonObject { ["clave"] = value });

        result.IsValid.ShouldBeTrue();
        result.Data["clave"]!.ToString().ShouldBe(value);
        result.Warnings.Select(one => one.ErrorKey).ShouldBe(warning is null ? [] : [warning]);
    }

    [Fact]
    public void A_warning_names_its_place_in_a_row_and_speaks_the_language()
    {
        var form = $$"""
            {"name":"f","components":[{"type":"datagrid","key":"personas","input":true,"components":[{{Field("curp")}}]}]}
            """;

        var result = Process(form, JsonNode.Parse("""{"personas":[{"clave":""},{"clave":"x"}]}""")!.AsObject(), whole: true);

        result.IsValid.ShouldBeTrue();
        var warning = result.Warnings.ShouldHaveSingleItem();
        warning.Path.ShouldBe("personas[1].clave");
        warning.Level.ShouldBe("warning");
        warning.Message.ShouldStartWith("Yon CURP gen 18 karaktè");
    }

    [Fact]
    public void A_hidden_field_is_not_checked()
    {
        var field = """{"type":"textfield","key":"clave","input":true,"hidden":true,"properties":{"check":"curp"}}""";

        Process(field, new JsonObject { ["clave"] = "x" }).Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void A_check_that_does_not_exist_is_named()
    {
        var form = FormDefinition.Parse($$"""{"name":"f","properties":{"sensitivity":"personal"},"components":[{{Field("curpp")}}]}""");

        var problem = FormLint.Check(form).ShouldHaveSingleItem();
        problem.Code.ShouldBe("unknown-check");
        problem.Advice.ShouldContain("curp, rfc");
    }

    [Theory]
    [InlineData("data:image/jpeg;base64,AAAA", null)]
    [InlineData("data:image/png;base64,", null)]
    [InlineData("data:text/html;base64,AAAA", "fileType")]
    [InlineData("https://example.org/a.png", "fileType")]
    [InlineData("javascript:alert(1)", "fileType")]
    public void A_stored_file_is_of_the_kinds_that_are_accepted(string url, string? error)
    {
        var result = Process(Photo, Answer(url));

        result.Errors.Select(one => one.ErrorKey).ShouldBe(error is null ? [] : [error]);
    }

    [Fact]
    public void A_stored_file_has_its_bound()
    {
        var most = "data:image/jpeg;base64," + new string('A', 1024 / 3 * 4);

        Process(Photo, Answer(most)).IsValid.ShouldBeTrue();
        Process(Photo, Answer(most + new string('A', 64))).Errors.ShouldHaveSingleItem().Message.ShouldContain("1KB");
    }

    private const string Photo = """
        {"type":"file","key":"foto","label":"Foto","input":true,"storage":"base64","filePattern":"image/*","properties":{"storedMax":"1KB"}}
        """;

    private static JsonObject Answer(string url) => new()
    {
        ["foto"] = new JsonArray(new JsonObject { ["storage"] = "base64", ["name"] = "a.jpg", ["url"] = url }),
    };

    private static string Field(string check) =>
        $$"""{"type":"textfield","key":"clave","label":"Clave","input":true,"properties":{ "check":"{{check}}" } }""";

    private static SubmissionResult Process(string json, JsonObject data, bool whole = false)
    {
        var form = FormDefinition.Parse(whole ? json : $$"""{"name":"f","components":[{{json}}]}""");
        return new SubmissionProcessor().Process(CompiledForm.Compile(form), data, new SubmissionContext { Language = "ht" });
    }
}
