namespace Formio.Lint;

/// <summary>Components that store a value under no name.</summary>
internal sealed class MissingKeys : ILintCheck
{
    public IEnumerable<FormProblem> Check(FormDefinition definition) =>
        from component in definition.Components
        where component.HasData && component.Key.Length == 0
        select new FormProblem(
            component.Path,
            "missing-key",
            $"A {component.Type} has no key, so its answer is lost.",
            "Give the component a key.");
}
