namespace Formio.Lint;

/// <summary>Two components that write the same value: one hides the other's answer.</summary>
internal sealed class DuplicateKeys : ILintCheck
{
    public IEnumerable<FormProblem> Check(FormDefinition definition) =>
        from component in definition.Components
        where component.HasData && component.Key.Length > 0
        group component by component.Path into same
        where same.Count() > 1 && !IsRadioGroup(same)
        select new FormProblem(
            same.Key,
            "duplicate-key",
            $"{same.Count()} components share the key '{same.First().Key}'.",
            "Give each component its own key; one of them would overwrite or clear the other's answer.");

    // Checkboxes drawn as radio buttons share a value by design.
    private static bool IsRadioGroup(IEnumerable<FormComponent> components) =>
        components.All(component => component.Type == "checkbox" && component.Json["inputType"]?.ToString() == "radio");
}
