namespace Formio.Lint;

/// <summary>Looks for one kind of mistake.</summary>
internal interface ILintCheck
{
    IEnumerable<FormProblem> Check(FormDefinition definition);
}
