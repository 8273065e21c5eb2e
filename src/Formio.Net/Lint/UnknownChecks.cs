using Formio.Checks;

namespace Formio.Lint;

/// <summary>A check that does not exist: the field would look checked and never warn.</summary>
internal sealed class UnknownChecks : ILintCheck
{
    public IEnumerable<FormProblem> Check(FormDefinition definition) =>
        from component in definition.Components
        let name = component.Properties.GetValueOrDefault("check")
        where name is not null && CheckBook.Find(name) is null
        select new FormProblem(
            component.Path, "unknown-check", $"There is no check '{name}'.", $"Use one of: {string.Join(", ", CheckBook.Names)}.");
}
