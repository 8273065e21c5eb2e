using JsExpressions.Parsing.Tree;

namespace JsExpressions.Evaluation;

internal sealed partial class Compiler
{
    private ClassNode ClassOf(ClassLiteral literal)
    {
        return new ClassNode(
            Scope(literal.Scope),
            Scope(literal.Body),
            literal.PrivateNames.Select(name => (Write(name, declares: true), name.Text)).ToArray(),
            literal.Inner is null ? null : Write(literal.Inner, declares: true),
            literal.Heritage is null ? null : Expression(literal.Heritage),
            Function(literal.Constructor),
            literal.Elements.Select(Element).ToArray(),
            literal.Position);
    }

    private ElementCode Element(ClassElement element) => new(
        element.Kind,
        element.IsStatic,
        element.Key is null ? null : Expression(element.Key),
        element.Private is null ? null : Read(element.Private),
        element.Function is null ? null : Function(element.Function));

    private HeldReference Held(Expression place) => place switch
    {
        PrivateMember member => new PrivateReference(Expression(member.Target), Read(member.Name), member.Optional, member.Position),
        SuperMember member => new SuperReference(Read(member.Home), Expression(member.Self), Expression(member.Key), _function.IsStrict, member.Position),
        _ => throw new InvalidOperationException("Only private members and those of super are held."),
    };
}
