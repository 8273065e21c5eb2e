namespace Formio.Tests;

public sealed class FormTextsTests
{
    [Fact]
    public void Every_text_a_person_reads_is_listed_with_its_place()
    {
        var form = FormDefinition.Parse("""
            {"title":"Registro","components":[
              {"type":"panel","key":"p","title":"Familia","label":"Panel","components":[
                {"type":"textfield","key":"n","label":"Nombre","validate":{"customMessage":"Escriba el nombre"},"errors":{"required":"Falta"}},
                {"type":"radio","key":"r","label":"Sexo","hideLabel":true,"values":[{"label":"Mujer","value":"m"},{"label":"7","value":"7"}]},
                {"type":"select","key":"s","label":"País","data":{"values":[{"label":"Haití","value":"HT"}]}}]},
              {"type":"tabs","key":"t","label":"Tabs","components":[{"label":"Salud","key":"x","components":[]}]}]}
            """);

        var texts = FormTexts.Of(form).Select(text => $"{text.Path}|{text.Property}|{text.Text}");

        texts.ShouldBe(
        [
            "|title|Registro", "p|title|Familia", "n|label|Nombre", "n|validate.customMessage|Escriba el nombre", "n|errors.required|Falta",
            "r|values[0].label|Mujer", "s|label|País", "s|data.values[0].label|Haití", "x|label|Salud",
        ], ignoreOrder: true);
    }

    [Fact]
    public void A_consent_without_its_language_is_told_apart_from_other_texts()
    {
        var form = FormDefinition.Parse("""
            {"components":[{"type":"checkbox","key":"c","label":"Acepta","properties":{"consent":"registro"}},{"type":"textfield","key":"n","label":"Nombre"}]}
            """);

        var problems = FormLint.CheckTranslations(form, "ht", new Dictionary<string, string>());

        problems.Select(problem => problem.Code).ShouldBe(["missing-consent-translation", "missing-translation"]);
    }
}
