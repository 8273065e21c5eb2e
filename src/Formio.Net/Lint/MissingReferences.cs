using Formio.Forms;

namespace Formio.Lint;

/// <summary>Conditions and logic that name a component the form does not have: they never change.</summary>
internal sealed class MissingReferences : ILintCheck
{
    public IEnumerable<FormProblem> Check(FormDefinition definition)
    {
        var form = CompiledForm.Compile(definition);
        return Walk(form.Root.Components);
    }

    private static IEnumerable<FormProblem> Walk(IEnumerable<CompiledComponent> components)
    {
        foreach (var component in components)
        {
            foreach (var problem in Of(component)) yield return problem;
            foreach (var problem in Walk(component.Children)) yield return problem;
        }
    }

    private static IEnumerable<FormProblem> Of(CompiledComponent component)
    {
        foreach (var (legacy, simple) in Conditions(component))
        {
            if (legacy is not null && component.Root.Form.Find(legacy.When).Target is null)
                yield return Problem(component, legacy.When);
            foreach (var name in simple?.Names ?? [])
            {
                if (component.Root.Find(name).Target is null) yield return Problem(component, name);
            }
        }
    }

    private static IEnumerable<(Formio.Conditions.LegacyCondition?, Formio.Conditions.SimpleCondition?)> Conditions(
        CompiledComponent component)
    {
        var expressions = component.Expressions;
        if (expressions.HasConditional) yield return (expressions.Conditional.Legacy, expressions.Conditional.Simple);
        if (!expressions.HasLogic) yield break;
        foreach (var item in expressions.Logic) yield return (item.Trigger.Legacy, item.Trigger.Simple);
    }

    private static FormProblem Problem(CompiledComponent component, string name) => new(
        component.Paths.FullPath,
        "missing-component",
        $"A condition of '{component.Outline.Label}' names '{name}', which the form does not have.",
        "Choose an existing component in the condition, or remove the condition.");
}
