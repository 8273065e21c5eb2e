using System.Text.Json.Nodes;
using WorkflowHost.Cases.Assignment;

namespace WorkflowHost.Cases.Tests.Assignment;

public sealed class FieldTestTests
{
    [Theory]
    [InlineData("atLeast", "18", "18", true)]
    [InlineData("atLeast", "18", "17.9", false)]
    [InlineData("atLeast", "18", "\"20\"", true)]
    [InlineData("atLeast", "18", "null", false)]
    [InlineData("atLeast", "18", "\"\"", false)]
    [InlineData("atMost", "18", "18", true)]
    [InlineData("atMost", "18", "null", false)]
    [InlineData("moreThan", "18", "18", false)]
    [InlineData("lessThan", "18", "17", true)]
    [InlineData("lessThan", "18", "null", false)]
    [InlineData("atLeast", "2022-01-01", "\"2022-02-01\"", true)]
    [InlineData("lessThan", "2022-01-01", "\"2021-12-31\"", true)]
    [InlineData("lessThan", "2022-01-01", "7", false)]
    [InlineData("anyOf", "a", "\"a\"", true)]
    [InlineData("anyOf", "a", "[\"b\", \"a\"]", true)]
    [InlineData("anyOf", "a", "[]", false)]
    [InlineData("anyOf", "3", "3.0", true)]
    [InlineData("noneOf", "a", "null", true)]
    [InlineData("noneOf", "a", "[\"a\"]", false)]
    [InlineData("yes", "", "true", true)]
    [InlineData("yes", "", "0", false)]
    [InlineData("yes", "", "\"si\"", true)]
    [InlineData("no", "", "null", true)]
    [InlineData("no", "", "false", true)]
    [InlineData("filled", "", "[]", false)]
    [InlineData("filled", "", "[1]", true)]
    [InlineData("filled", "", "false", true)]
    [InlineData("empty", "", "\"\"", true)]
    public void A_test_answers_for_one_value(string operation, string value, string data, bool expected)
    {
        var test = new FieldTest("x", Enum.Parse<FieldOperator>(operation, ignoreCase: true), [value]);

        test.Holds(JsonNode.Parse(data)).ShouldBe(expected);
    }
}
