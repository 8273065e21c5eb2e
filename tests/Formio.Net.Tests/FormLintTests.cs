namespace Formio.Tests;

public class FormLintTests
{
    [Theory]
    [InlineData("duplicate-key", """{"components":[{"type":"textfield","key":"a","input":true},{"type":"number","key":"a","input":true}]}""")]
    [InlineData("missing-key", """{"components":[{"type":"textfield","input":true}]}""")]
    [InlineData("unknown-type", """{"components":[{"type":"sketchpad","key":"a","input":true}]}""")]
    [InlineData(
        "missing-component",
        """{"components":[{"type":"textfield","key":"a","input":true,"conditional":{"show":true,"when":"nope","eq":"1"}}]}""")]
    [InlineData(
        "missing-component",
        """{"components":[{"type":"textfield","key":"a","input":true,"conditional":{"show":true,"conjunction":"all","conditions":[{"component":"nope","operator":"isEmpty"}]}}]}""")]
    [InlineData(
        "missing-component",
        """{"components":[{"type":"textfield","key":"a","input":true,"logic":[{"trigger":{"type":"simple","simple":{"show":true,"when":"nope","eq":"1"}},"actions":[{"type":"value","value":"value = 1"}]}]}]}""")]
    [InlineData("broken-expression", """{"components":[{"type":"textfield","key":"a","input":true,"calculateValue":"value = ("}]}""")]
    [InlineData(
        "circular-calculation",
        """{"components":[{"type":"number","key":"a","input":true,"calculateValue":"value = data.b + 1"},{"type":"number","key":"b","input":true,"calculateValue":"value = data['a'] + 1"}]}""")]
    [InlineData("unreachable-page", """{"display":"wizard","components":[{"type":"panel","key":"p","hidden":true,"components":[]}]}""")]
    [InlineData(
        "unreachable-page",
        """{"display":"wizard","components":[{"type":"panel","key":"p","conditional":{"show":true,"when":"a","eq":"1"},"components":[{"type":"textfield","key":"a","input":true}]}]}""")]
    [InlineData("unbounded-grid", """{"components":[{"type":"datagrid","key":"g","input":true,"components":[]}]}""")]
    [InlineData("missing-sensitivity", """{"components":[{"type":"textfield","key":"a","input":true}]}""")]
    [InlineData("unknown-sensitivity", """{"properties":{"sensitivity":"secret"},"components":[]}""")]
    public void A_mistake_is_named(string code, string form)
    {
        var problem = FormLint.Check(FormDefinition.Parse(form)).First(found => found.Code == code);

        problem.Message.ShouldNotBeEmpty();
        problem.Advice.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_clean_form_has_no_problems()
    {
        const string form = """
            {"name":"f","display":"wizard","properties":{"sensitivity":"personal"},"components":[
             {"type":"panel","key":"one","title":"Uno","input":false,"components":[
              {"type":"textfield","key":"a","label":"A","input":true},
              {"type":"number","key":"n","label":"N","input":true,"calculateValue":"value = data.a.length"}]},
             {"type":"panel","key":"two","title":"Dos","input":false,"conditional":{"show":true,"when":"a","eq":"x"},"components":[
              {"type":"datagrid","key":"g","label":"G","input":true,"validate":{"maxLength":5},"components":[
               {"type":"textfield","key":"k","label":"K","input":true,
                "conditional":{"show":true,"conjunction":"all","conditions":[{"component":"a","operator":"isEqual","value":"x"}]}}]}]}]}
            """;

        FormLint.Check(FormDefinition.Parse(form)).ShouldBeEmpty();
    }

    [Fact]
    public void Radio_buttons_of_one_group_share_their_key()
    {
        const string form = """
            {"properties":{"sensitivity":"general"},"components":[
             {"type":"checkbox","inputType":"radio","name":"sexo","key":"a","value":"f","input":true},
             {"type":"checkbox","inputType":"radio","name":"sexo","key":"b","value":"m","input":true}]}
            """;

        FormLint.Check(FormDefinition.Parse(form)).ShouldBeEmpty();
    }

    [Fact]
    public void A_text_without_translation_is_named_once()
    {
        const string form = """
            {"components":[{"type":"textfield","key":"a","label":"Nombre","input":true},
             {"type":"textfield","key":"b","label":"Nombre","placeholder":"Escriba","input":true},
             {"type":"radio","key":"c","label":"Sexo","input":true,"values":[{"label":"Mujer","value":"m"}]}]}
            """;
        var dictionary = new Dictionary<string, string> { ["Sexo"] = "Sex" };

        var problems = FormLint.CheckTranslations(FormDefinition.Parse(form), "en", dictionary);

        problems.Select(problem => problem.Message.Split('\'')[1]).ShouldBe(["Nombre", "Escriba", "Mujer"]);
        problems[0].Path.ShouldBe("a");
    }
}
