namespace Formio.Tests;

public class FormExpressionsTests
{
    [Fact]
    public void Every_place_of_javascript_is_listed()
    {
        const string form = """
            {"components":[{"type":"panel","key":"p","customConditional":"show = 1","components":[
              {"type":"textfield","key":"a","input":true,"calculateValue":"value = 2","customDefaultValue":"value = 3",
               "validate":{"custom":"valid = 4"},
               "logic":[{"trigger":{"type":"javascript","javascript":"result = 5"},"actions":[
                 {"type":"value","value":"value = 6"},{"type":"mergeComponentSchema","schemaDefinition":"schema = 7"},
                 {"type":"customAction","customAction":"value = 8"}]}]},
              {"type":"select","key":"s","input":true,"data":{"custom":"values = 9"}},
              {"type":"datetime","key":"d","input":true,"widget":{"minDate":"moment()","maxDate":"2026-01-01"}}]}]}
            """;

        var expressions = FormExpressions.List(FormDefinition.Parse(form));

        expressions.Select(expression => $"{expression.Path} {expression.Property} {expression.Variable}").ShouldBe(
        [
            "p customConditional show",
            "a calculateValue value",
            "a customDefaultValue value",
            "a validate.custom valid",
            "a logic[0].trigger.javascript result",
            "a logic[0].actions[0].value value",
            "a logic[0].actions[1].schemaDefinition schema",
            "a logic[0].actions[2].customAction value",
            "s data.custom values",
            "d widget.minDate ",
        ]);
    }

    [Fact]
    public void Logic_as_json_is_no_javascript() =>
        FormExpressions.List(FormDefinition.Parse(
            """{"components":[{"type":"textfield","key":"a","input":true,"calculateValue":{"var":"data.b"}}]}""")).ShouldBeEmpty();
}
