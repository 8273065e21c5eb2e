using JsExpressions.Parsing.Tree;

namespace JsExpressions.Evaluation;

internal sealed partial class Compiler
{
    private Step[] Statements(Statement[] statements) => statements.Select(statement => Statement(statement, [])).ToArray();

    private Step Statement(Statement statement, string[] labels)
    {
        Deepen(statement.Position);
        var step = Inner(statement, labels);
        _level--;
        return step;
    }

    private Step Inner(Statement statement, string[] labels) => statement switch
    {
        ExpressionStatement value => _isScript ? new ResultStep(Expression(value.Value)) : new ExpressionStep(Expression(value.Value)),
        Declaration declaration => DeclarationOf(declaration),
        FunctionDeclaration { Outer: { } outer } function => new PublishFunctionStep(Write(outer, true), Read(function.Target)),
        ClassDeclaration declared => new DeclareStep(Write(declared.Target, declares: true), ClassOf(declared.Value)),
        FunctionDeclaration or Empty => new EmptyStep(),
        Block block => BlockOf(block),
        If choice => new IfStep(Expression(choice.Test), Statement(choice.Yes, []), choice.No is null ? null : Statement(choice.No, [])),
        For loop => ForOf(loop, labels),
        ForEach loop => EachOf(loop, labels),
        While loop => new WhileStep(Expression(loop.Test), Statement(loop.Body, []), loop.TestFirst, labels),
        Jump jump => new JumpStep(jump.IsBreak, jump.Label),
        Return result => new ReturnStep(result.Value is null ? null : Expression(result.Value)),
        Throw thrown => new ThrowStep(Expression(thrown.Value), thrown.Position),
        Try guarded => TryOf(guarded),
        Switch choice => SwitchOf(choice),
        Labelled labelled => new LabelledStep(labelled.Label, Statement(labelled.Body, [.. labels, labelled.Label])),
        _ => throw source.Error("unexpected-token", "A statement was expected.", statement.Position),
    };

    private Step DeclarationOf(Declaration declaration)
    {
        var steps = new List<Step>();
        foreach (var item in declaration.Items)
        {
            if (item.Value is not null) steps.Add(new DeclareStep(Target(item.Target, declares: true), Expression(item.Value)));
            else if (declaration.Kind == DeclarationKind.Let) steps.Add(new DeclareStep(Target(item.Target, declares: true), new ConstantNode(JsValue.Undefined)));
        }
        return steps.Count == 1 ? steps[0] : new ManySteps([.. steps]);
    }

    private BlockStep BlockOf(Block block)
    {
        var scope = Scope(block.Scope);
        return new BlockStep(scope, Statements(block.Body));
    }

    private ForStep ForOf(For loop, string[] labels)
    {
        var scope = Scope(loop.Scope);
        return new ForStep(scope, loop.Init is null ? null : Initial(loop.Init), loop.Test is null ? null : Expression(loop.Test),
            loop.Step is null ? null : Expression(loop.Step), Statement(loop.Body, []), labels);
    }

    // The head of a loop never gives a script its result.
    private Step Initial(Statement init) =>
        init is ExpressionStatement value ? new ExpressionStep(Expression(value.Value)) : Statement(init, []);

    private LoopStep EachOf(ForEach loop, string[] labels)
    {
        var scope = Scope(loop.Scope);
        var target = Target(loop.Target, declares: loop.Kind is not null);
        var values = Expression(loop.Source);
        var body = Statement(loop.Body, []);
        return loop.Keys
            ? new ForInStep(scope, target, values, body, labels)
            : new ForOfStep(scope, target, values, body, labels, loop.Source.Position);
    }

    private TryStep TryOf(Try guarded) => new(
        Statement(guarded.Body, []),
        guarded.CatchScope is null ? null : Scope(guarded.CatchScope),
        guarded.Parameter is null ? null : Target(guarded.Parameter, declares: true),
        guarded.Handler is null ? null : Statement(guarded.Handler, []),
        guarded.Finally is null ? null : Statement(guarded.Finally, []));

    private SwitchStep SwitchOf(Switch choice)
    {
        var value = Expression(choice.Value);
        var scope = Scope(choice.Scope);
        return new SwitchStep(value, scope, choice.Cases.Select(item => (item.Test is null ? null : Expression(item.Test), Statements(item.Body))).ToArray());
    }
}
