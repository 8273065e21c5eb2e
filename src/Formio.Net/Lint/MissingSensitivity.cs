namespace Formio.Lint;

/// <summary>Answers without a class of sensitivity, on the form or on the field: nobody can say who may read them.</summary>
internal sealed class MissingSensitivity : ILintCheck
{
    private static readonly string[] Classes = ["general", "personal", "medical", "protected"];

    public IEnumerable<FormProblem> Check(FormDefinition definition)
    {
        var own = definition.Properties.GetValueOrDefault("sensitivity");
        if (own is not null && !Classes.Contains(own)) yield return Unknown("", own);
        var bare = 0;
        foreach (var component in definition.Components.Where(component => component.HasData && component.Type != "button"))
        {
            var given = component.Properties.GetValueOrDefault("sensitivity");
            if (given is null) bare++;
            else if (!Classes.Contains(given)) yield return Unknown(component.Path, given);
        }

        if (own is not null || bare == 0) yield break;
        yield return new FormProblem(
            "",
            "missing-sensitivity",
            $"The form has no class of sensitivity, and {bare} of its fields have none either.",
            "Add properties.sensitivity to the form: general, personal, medical or protected.");
    }

    private static FormProblem Unknown(string path, string given) => new(
        path, "unknown-sensitivity", $"'{given}' is no class of sensitivity.", "Use general, personal, medical or protected.");
}
