using System.Text.Json.Nodes;
using WorkflowHost.Cases.Files;

namespace WorkflowHost.Cases.Tests.Files;

public sealed class CaseTextTests
{
    [Theory]
    [InlineData("Jean-Baptiste  Désiré", "jean baptiste desire")]
    [InlineData("  ÑANDÚ & Çelik, ", "nandu celik")]
    [InlineData("A-123.456", "a 123 456")]
    [InlineData("Łódź", "łodz")]
    [InlineData("", "")]
    public void Folding_leaves_what_people_mean(string text, string expected) => CaseText.Fold(text).ShouldBe(expected);

    [Theory]
    [InlineData("\"x\"", "x")]
    [InlineData("12.5", "12.5")]
    [InlineData("true", "true")]
    [InlineData("[\"a\", null, 3]", "a 3")]
    [InlineData("{\"a\": 1}", "")]
    [InlineData("null", "")]
    public void Values_become_text(string json, string expected) => CaseText.Of(JsonNode.Parse(json)).ShouldBe(expected);

    [Theory]
    [InlineData("{name} {surname}", "Ana Luz")]
    [InlineData("{surname}, {nothing}", "Luz")]
    [InlineData("{nothing}", "PER-1")]
    [InlineData("{folio}: {name}", "PER-1: Ana")]
    public void Titles_are_filled_from_the_data(string template, string expected) =>
        CaseTitle.Make(template, new JsonObject { ["name"] = "Ana", ["surname"] = "Luz" }, "PER-1").ShouldBe(expected);

    [Theory]
    [InlineData("""{"a":1}""", """{"b":2}""", """{"a":1,"b":2}""")]
    [InlineData("""{"a":1}""", """{"a":null}""", "{}")]
    [InlineData("""{"a":{"b":1,"c":2}}""", """{"a":{"b":null,"d":3}}""", """{"a":{"c":2,"d":3}}""")]
    [InlineData("""{"a":[1,2]}""", """{"a":[3]}""", """{"a":[3]}""")]
    [InlineData("""{"a":"x"}""", """{"a":{"b":{"c":null}}}""", """{"a":{"b":{}}}""")]
    public void Patches_merge_as_rfc_7396_says(string target, string patch, string expected)
    {
        var data = JsonText.Object(target);

        MergePatch.Apply(data, JsonText.Object(patch));

        JsonText.Of(data).ShouldBe(expected);
    }
}
