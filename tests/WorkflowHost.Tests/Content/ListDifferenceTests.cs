using System.Text.Json.Nodes;
using WorkflowHost.Content.Publications;

namespace WorkflowHost.Tests.Content;

/// <summary>What a person is told of two lists of things with keys.</summary>
public sealed class ListDifferenceTests
{
    [Theory]
    [InlineData("""[{"value":"a","label":"Uno"}]""", """[{"value":"a","label":"Uno"}]""", "")]
    [InlineData("""[{"value":"a","label":"Uno"}]""", """[{"label":"Uno","value":"a"}]""", "")]
    [InlineData("""[{"value":"a","label":"Uno"}]""", """[{"value":"a","label":"Primero"}]""", "Changed a Primero label: Uno -> Primero")]
    [InlineData("""[{"value":"a","label":"Uno"}]""", """[{"value":"a","label":"Uno"},{"value":"b","label":"Dos"}]""", "Added b Dos")]
    [InlineData("""[{"value":"a","label":"Uno"},{"value":"b","label":"Dos"}]""", """[{"value":"a","label":"Uno"}]""", "Removed b Dos")]
    [InlineData("""[{"value":"a","label":"Uno"},{"value":"b","label":"Dos"}]""", """[{"value":"b","label":"Dos"},{"value":"a","label":"Uno"}]""", "Moved  ")]
    [InlineData("""{"Nombre":"Non"}""", """{"Nombre":"Non ou"}""", "Changed Nombre Nombre : Non -> Non ou")]
    [InlineData("""{"Nombre":"Non"}""", """{"Nombre":"Non","Edad":"Laj"}""", "Added Edad Edad")]
    public void A_change_is_told(string before, string after, string told) =>
        string.Join(" | ", ListDifference.Of("list", JsonNode.Parse(before), JsonNode.Parse(after)).Select(change =>
            $"{change.Kind} {change.Path} {change.Label}" + (change.Kind == "Changed" ? $" {change.Property}: {change.Before} -> {change.After}" : ""))).ShouldBe(told);
}
