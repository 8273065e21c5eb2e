using System.Text.Json.Nodes;
using Formio.Tests.Vectors;

namespace Formio.Tests;

public class FormDefinitionTests
{
    [Fact]
    public void Every_form_of_the_vectors_survives_a_round_trip()
    {
        foreach (var vector in Vector.Read(Vector.Path("dev.jsonl")))
        {
            var json = vector.Json["form"]!.ToJsonString();

            JsonNode.DeepEquals(JsonNode.Parse(FormDefinition.Parse(json).ToJson()), JsonNode.Parse(json)).ShouldBeTrue(vector.Id);
        }
    }

    [Fact]
    public void Components_are_listed_with_path_label_type_and_properties()
    {
        const string form = """
            {"name":"f","title":"F","properties":{"sensitivity":"personal"},"components":[
             {"type":"panel","key":"p","title":"Datos","input":false,"components":[
              {"type":"columns","key":"c","columns":[{"components":[{"type":"textfield","key":"nombre","label":"Nombre","input":true}]}]},
              {"type":"datagrid","key":"hijos","label":"Hijos","input":true,"components":[
               {"type":"number","key":"edad","input":true,"properties":{"sensitivity":"medical"}}]}]}]}
            """;

        var definition = FormDefinition.Parse(form);

        definition.Key.ShouldBe("f");
        definition.Properties["sensitivity"].ShouldBe("personal");
        definition.Components.Select(component => $"{component.Path} {component.Type} {component.Label} {component.HasData}").ShouldBe(
        [
            "p panel Datos False",
            "c columns c False",
            "nombre textfield Nombre True",
            "hijos datagrid Hijos True",
            "hijos.edad number edad True",
        ]);
        definition.Components[4].ParentPath.ShouldBe("hijos");
        definition.Components[4].Properties["sensitivity"].ShouldBe("medical");
        definition.Components[3].IsRepeated.ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"components\":")]
    public void What_is_no_form_is_refused(string json) =>
        Should.Throw<FormDefinitionException>(() => FormDefinition.Parse(json)).Message.ShouldNotBeEmpty();
}
