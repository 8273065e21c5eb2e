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
    [InlineData(
        "circular-calculation",
        """{"components":[{"type":"number","key":"a","input":true,"calculateValue":"value = data.b"},{"type":"number","key":"b","input":true,"calculateValue":{"+":[{"var":"data.c"},1]}},{"type":"number","key":"c","input":true,"calculateValue":"value = row.a"}]}""")]
    [InlineData(
        "circular-calculation",
        """{"components":[{"type":"datagrid","key":"g","input":true,"components":[{"type":"number","key":"a","input":true,"calculateValue":"value = row.b"},{"type":"number","key":"b","input":true,"calculateValue":"value = row['a']"}]}]}""")]
    [InlineData("unreachable-page", """{"display":"wizard","components":[{"type":"panel","key":"p","hidden":true,"components":[]}]}""")]
    [InlineData(
        "unreachable-page",
        """{"display":"wizard","components":[{"type":"panel","key":"p","conditional":{"show":true,"when":"a","eq":"1"},"components":[{"type":"textfield","key":"a","input":true}]}]}""")]
    [InlineData(
        "unreachable-page",
        """{"display":"wizard","components":[{"type":"panel","key":"start","components":[]},{"type":"panel","key":"p","conditional":{"show":true,"conjunction":"all","conditions":[{"component":"b","operator":"isEqual","value":"1"}]},"components":[{"type":"textfield","key":"a","input":true}]},{"type":"panel","key":"q","conditional":{"show":true,"when":"a","eq":"1"},"components":[{"type":"textfield","key":"b","input":true}]}]}""")]
    [InlineData("unbounded-grid", """{"components":[{"type":"datagrid","key":"g","input":true,"components":[]}]}""")]
    [InlineData("missing-sensitivity", """{"components":[{"type":"textfield","key":"a","input":true}]}""")]
    [InlineData("unknown-sensitivity", """{"properties":{"sensitivity":"secret"},"components":[]}""")]
    public void A_mistake_is_named(string code, string form)
    {
        var problem = FormLint.Check(FormDefinition.Parse(form)).First(found => found.Code == code);

        problem.Message.ShouldNotBeEmpty();
        problem.Advice.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("duplicate-key", "g.a", """{"components":[{"type":"datagrid","key":"g","input":true,"components":[{"type":"panel","key":"p","components":[{"type":"textfield","key":"a","input":true}]},{"type":"number","key":"a","input":true}]}]}""")]
    [InlineData("missing-component", "p.a", """{"components":[{"type":"panel","key":"p","components":[{"type":"textfield","key":"a","input":true,"conditional":{"show":true,"when":"nope","eq":"1"}}]}]}""")]
    [InlineData("broken-expression", "g.a", """{"components":[{"type":"container","key":"g","input":true,"components":[{"type":"textfield","key":"a","input":true,"validate":{"custom":"valid = ("}}]}]}""")]
    [InlineData("circular-calculation", "a", """{"components":[{"type":"number","key":"b","input":true,"calculateValue":"value = data.a"},{"type":"number","key":"a","input":true,"calculateValue":"value = data.b"}]}""")]
    [InlineData("unreachable-page", "p", """{"display":"wizard","components":[{"type":"panel","key":"p","hidden":true,"components":[]}]}""")]
    [InlineData("unbounded-grid", "c.g", """{"components":[{"type":"container","key":"c","input":true,"components":[{"type":"editgrid","key":"g","input":true,"components":[]}]}]}""")]
    [InlineData("unknown-sensitivity", "a", """{"properties":{"sensitivity":"general"},"components":[{"type":"textfield","key":"a","input":true,"properties":{"sensitivity":"top"}}]}""")]
    public void A_mistake_has_the_path_of_its_component(string code, string path, string form) =>
        FormLint.Check(FormDefinition.Parse(form)).ShouldContain(problem => problem.Code == code && problem.Path == path);

    [Theory]
    [InlineData("k")]
    [InlineData("g.k")]
    [InlineData("g[1].k")]
    [InlineData("g.boxes.one")]
    [InlineData("p.g.k")]
    public void Conditions_may_name_a_component_in_a_grid_in_every_way_form_io_knows(string name)
    {
        var form = $$$"""
            {"properties":{"sensitivity":"general"},"components":[
             {"type":"panel","key":"p","components":[
              {"type":"datagrid","key":"g","input":true,"validate":{"maxLength":3},"components":[
               {"type":"textfield","key":"k","input":true},
               {"type":"selectboxes","key":"boxes","input":true,"values":[{"label":"One","value":"one"}]}]}]},
             {"type":"textfield","key":"out","input":true,"conditional":{"show":true,"when":"{{{name}}}","eq":"x"}}]}
            """;

        FormLint.Check(FormDefinition.Parse(form)).ShouldBeEmpty();
    }

    [Fact]
    public void Pages_opened_by_defaults_or_by_what_is_missing_are_reachable()
    {
        const string form = """
            {"display":"wizard","properties":{"sensitivity":"general"},"components":[
             {"type":"panel","key":"p","conditional":{"show":true,"when":"a","eq":"1"},"components":[
              {"type":"textfield","key":"a","input":true,"defaultValue":"1"}]},
             {"type":"panel","key":"q","conditional":{"show":true,"conjunction":"all","conditions":[{"component":"b","operator":"isEmpty"}]},
              "components":[{"type":"textfield","key":"b","input":true}]}]}
            """;

        FormLint.Check(FormDefinition.Parse(form)).ShouldBeEmpty();
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
