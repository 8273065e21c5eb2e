namespace Formio.Tests;

public sealed class FormDifferenceTests
{
    private const string Before = """
        {"title":"Comidas","components":[
          {"type":"textfield","key":"menu","label":"Menú"},
          {"type":"number","key":"raciones","label":"Raciones","validate":{"min":1}},
          {"type":"panel","key":"p","title":"Más","components":[{"type":"textarea","key":"nota","label":"Nota"}]}]}
        """;

    [Fact]
    public void The_same_form_does_not_differ() => Between(Before, Before).ShouldBeEmpty();

    [Fact]
    public void An_added_question_does_not_move_its_neighbours()
    {
        var after = Before.Replace("""{"type":"number",""", """{"type":"day","key":"fecha","label":"Fecha"},{"type":"number",""", StringComparison.Ordinal);

        Between(Before, after).ShouldBe(["Added fecha"]);
    }

    [Fact]
    public void A_removed_question_is_told_last()
    {
        var after = Before.Replace("""{"type":"textfield","key":"menu","label":"Menú"},""", "", StringComparison.Ordinal)
            .Replace("Comidas", "Comidas servidas", StringComparison.Ordinal);

        Between(Before, after).ShouldBe(["Changed  title Comidas>Comidas servidas", "Removed menu"]);
    }

    [Fact]
    public void A_question_in_another_panel_has_moved()
    {
        const string After = """
            {"title":"Comidas","components":[
              {"type":"textfield","key":"menu","label":"Menú"},
              {"type":"panel","key":"p","title":"Más","components":[
                {"type":"textarea","key":"nota","label":"Nota"},{"type":"number","key":"raciones","label":"Raciones","validate":{"min":1}}]}]}
            """;

        Between(Before, After).ShouldBe(["Moved raciones"]);
    }

    [Fact]
    public void A_changed_rule_names_its_property_and_both_values()
    {
        var after = Before.Replace("\"min\":1", "\"min\":5,\"required\":true", StringComparison.Ordinal);

        Between(Before, after).ShouldBe(["Changed raciones validate.min 1>5", "Changed raciones validate.required >true"]);
    }

    [Fact]
    public void What_the_builder_only_writes_out_is_no_change()
    {
        var after = Before.Replace(
            "\"label\":\"Menú\"", "\"label\":\"Menú\",\"persistent\":true,\"hidden\":false,\"tags\":[],\"validate\":{\"pattern\":\"\"},\"id\":\"e7x\"", StringComparison.Ordinal);

        Between(Before, after).ShouldBeEmpty();
    }

    private static IEnumerable<string> Between(string before, string after) => FormDifference
        .Of(FormDefinition.Parse(before), FormDefinition.Parse(after))
        .Select(change => change.Kind == FormChangeKind.Changed
            ? $"Changed {change.Path} {change.Property} {change.Before}>{change.After}"
            : $"{change.Kind} {change.Path}");
}
