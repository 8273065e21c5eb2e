using System.Text.Json.Nodes;

namespace Formio.Tests;

public class FirstSubmissionTests
{
    private const string Form = """
        {"name":"registro","title":"Registro","components":[
          {"type":"textfield","key":"nombre","label":"Nombre","input":true,"validate":{"required":true}},
          {"type":"datagrid","key":"familia","input":true,"components":[
            {"type":"number","key":"edad","label":"Edad","input":true,"validate":{"required":true}}]}]}
        """;

    [Fact]
    public void A_submission_keeps_what_the_form_knows()
    {
        var result = Process("""{"nombre":"Ana","otro":1,"familia":[{"edad":"7"}]}""");

        result.IsValid.ShouldBeTrue();
        result.Data.ToJsonString().ShouldBe("""{"nombre":"Ana","familia":[{"edad":7}]}""");
    }

    [Fact]
    public void An_error_body_names_the_row()
    {
        var result = Process("""{"nombre":"","familia":[{"edad":3},{}]}""");

        var body = new ValidationErrorBody(result.Errors).ToJson();
        body["name"]!.ToString().ShouldBe("ValidationError");
        result.Errors.Select(error => error.Path).ShouldBe(["nombre", "familia[1].edad"]);
        body["details"]![1]!["path"]!.ToJsonString().ShouldBe("""["familia",1,"edad"]""");
        body["details"]![0]!["message"]!.ToString().ShouldBe("Nombre es obligatorio");
    }

    [Fact]
    public void A_form_keeps_what_it_does_not_know()
    {
        var definition = FormDefinition.Parse("""{"name":"x","extra":{"a":[1.50,null]},"components":[]}""");

        definition.ToJson().ShouldBe("""{"name":"x","extra":{"a":[1.50,null]},"components":[]}""");
    }

    private static SubmissionResult Process(string data) => new SubmissionProcessor().Process(
        CompiledForm.Compile(FormDefinition.Parse(Form)), JsonNode.Parse(data)!.AsObject(), new SubmissionContext());
}
