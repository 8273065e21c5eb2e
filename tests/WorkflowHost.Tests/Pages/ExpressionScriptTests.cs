using WorkflowHost.Features.Forms;

namespace WorkflowHost.Tests.Pages;

/// <summary>The script that carries a form's expressions to pages that may not compile text.</summary>
public sealed class ExpressionScriptTests
{
    [Theory]
    [InlineData("""{"components":[{"key":"a","customConditional":"show = data.b === 1;"}]}""", "show = data.b === 1;")]
    [InlineData("""{"components":[{"key":"a","validate":{"custom":"valid = input > 2 ? true : 'No'"}}]}""", "valid = input > 2 ? true : 'No'")]
    [InlineData("""{"components":[{"columns":[{"components":[{"calculateValue":"value = data.a + 1"}]}]}]}""", "value = data.a + 1")]
    [InlineData("""{"components":[{"logic":[{"trigger":{"javascript":"result = row.x"},"actions":[]}]}]}""", "result = row.x")]
    [InlineData("""{"components":[{"datePicker":{"minDate":"moment().subtract(1, 'd')"}}]}""", "value=moment().subtract(1, 'd');")]
    public void An_expression_becomes_a_function(string form, string code)
    {
        ExpressionScript.Of(form).ShouldContain($"{{ with ($scope) {{\n{code}\n}}");
    }

    [Theory]
    [InlineData("} alert(1); {")]
    [InlineData("show = ;")]
    [InlineData("}}, x: function () {{ alert(1)")]
    public void Text_that_is_no_function_body_is_left_out(string code)
    {
        ExpressionScript.Write([code]).ShouldBe("window.formExpressions = Object.assign(window.formExpressions || {}, {\n});\n");
    }

    [Fact]
    public void A_name_that_closes_a_script_element_is_escaped()
    {
        ExpressionScript.Write(["value = '</script>'"]).ShouldContain("\\u003C/script\\u003E");
    }
}
