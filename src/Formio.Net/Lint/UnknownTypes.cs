namespace Formio.Lint;

/// <summary>Component types the open renderer does not have: people would see "unknown component".</summary>
internal sealed class UnknownTypes : ILintCheck
{
    private static readonly HashSet<string> Known =
    [
        "textfield", "textarea", "password", "email", "url", "phoneNumber", "number", "currency", "checkbox", "radio",
        "select", "selectboxes", "survey", "tags", "datetime", "day", "time", "signature", "file", "address", "hidden",
        "button", "container", "datagrid", "editgrid", "datamap", "form", "panel", "well", "fieldset", "columns", "table",
        "tabs", "content", "htmlelement", "recaptcha",
    ];

    public IEnumerable<FormProblem> Check(FormDefinition definition) =>
        from component in definition.Components
        where component.Type.Length > 0 && !Known.Contains(component.Type)
        select new FormProblem(
            component.Path,
            "unknown-type",
            $"The type '{component.Type}' is not in the open form.io renderer.",
            "Use one of the builder's types.");
}
