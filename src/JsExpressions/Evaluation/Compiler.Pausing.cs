using JsExpressions.Evaluation.Pausing;
using JsExpressions.Parsing.Tree;

namespace JsExpressions.Evaluation;

/// <summary>
/// Functions that pause. An expression with a pause in it is taken apart: what comes before the pause is kept in
/// hidden variables, and the rest becomes an ordinary expression over them.
/// </summary>
internal sealed partial class Compiler
{
    // A resumed function walks down to its pause in one go: so many levels fit in what the runtime keeps free.
    private const int MaxPartLevels = 64;

    private readonly Lowering _lowering = new(position => source.Error("too-deep", "The text nests too deeply.", position));
    private int _partLevel;

    private SequencePart Parts(IEnumerable<Statement> statements) => new(statements.Select(statement => PartOf(statement, [])).ToArray());

    private Part PartOf(Statement statement, string[] labels)
    {
        if (!_lowering.Pauses(statement)) return new StepPart(Statement(statement, labels));
        Deepen(statement.Position);
        if (++_partLevel > MaxPartLevels) throw source.Error("too-deep", "Statements that pause nest too deeply.", statement.Position);
        var part = PausingPart(statement, labels);
        _partLevel--;
        _level--;
        return part;
    }

    private Part PausingPart(Statement statement, string[] labels)
    {
        switch (statement)
        {
            case ExpressionStatement value: return With(value.Value, node => new ExpressionStep(node));
            case Declaration declaration: return new SequencePart(declaration.Items.Select(item => DeclaratorPart(item, declaration.Kind)).ToArray());
            case Block block: return new BlockPart(Scope(block.Scope), Parts(block.Body));
            case If choice: return new IfPart(Paused(choice.Test), PartOf(choice.Yes, []), choice.No is null ? null : PartOf(choice.No, []));
            case Return { Value: { } value }: return With(value, node => new ReturnStep(node));
            case Throw thrown: return With(thrown.Value, node => new ThrowStep(node, thrown.Position));
            case Labelled labelled: return new LabelledPart(labelled.Label, PartOf(labelled.Body, [.. labels, labelled.Label]));
            case While loop: return new LoopPart(null, null, Paused(loop.Test), null, PartOf(loop.Body, []), loop.TestFirst, labels);
            case For loop:
                var scope = Scope(loop.Scope);
                return new LoopPart(scope, loop.Init is null ? null : PartOf(loop.Init, []), loop.Test is null ? null : Paused(loop.Test),
                    loop.Step is null ? null : Paused(loop.Step), PartOf(loop.Body, []), true, labels);
            case ForEach loop: return EachPart(loop, labels);
            case Try guarded:
                return new TryPart(
                    PartOf(guarded.Body, []),
                    guarded.CatchScope is null ? null : Scope(guarded.CatchScope),
                    guarded.Parameter is null ? null : Target(Still(guarded.Parameter), declares: true),
                    guarded.Handler is null ? null : PartOf(guarded.Handler, []),
                    guarded.Finally is null ? null : PartOf(guarded.Finally, []));
            case Switch choice:
                var subject = Paused(choice.Value);
                return new SwitchPart(subject, Scope(choice.Scope), choice.Cases
                    .Select(item => (item.Test is null ? null : Expression(Still(item.Test)), (Part)Parts(item.Body))).ToArray());
            default: throw CannotPause(statement.Position);
        }
    }

    private Part DeclaratorPart(Declarator item, DeclarationKind kind)
    {
        var value = item.Value ?? (kind == DeclarationKind.Let ? new Literal(item.Target.Position, JsValue.Undefined) : null);
        return value is null ? new SequencePart([]) : With(value, node => new DeclareStep(Target(Still(item.Target), declares: true), node));
    }

    private Part EachPart(ForEach loop, string[] labels)
    {
        var scope = Scope(loop.Scope);
        var target = Target(Still(loop.Target), declares: loop.Kind is not null);
        return loop.Keys
            ? new ForInPart(scope, target, Paused(loop.Source), PartOf(loop.Body, []), labels)
            : new ForOfPart(scope, target, Paused(loop.Source), PartOf(loop.Body, []), labels, loop.Source.Position);
    }

    private SequencePart With(Expression value, Func<Node, Step> use)
    {
        var before = new List<Part>();
        var rest = Lower(value, before);
        before.Add(new StepPart(use(Expression(rest))));
        return new SequencePart([.. before]);
    }

    private PausedValue Paused(Expression value)
    {
        var before = new List<Part>();
        var rest = Lower(value, before);
        return new PausedValue(new SequencePart([.. before]), Expression(rest));
    }

    /// <summary>An expression without pauses that gives the value once the parts put into <paramref name="before"/> have run.</summary>
    private Expression Lower(Expression value, List<Part> before)
    {
        if (!_lowering.Pauses(value)) return value;
        Deepen(value.Position);
        var rest = LowerPausing(value, before);
        _level--;
        return rest;
    }

    private Expression LowerPausing(Expression value, List<Part> before)
    {
        switch (value)
        {
            case Pause pause:
                var sent = pause.Value is null ? new Literal(pause.Position, JsValue.Undefined) : Lower(pause.Value, before);
                var result = Hidden(pause);
                var target = Write(result, declares: true);
                before.Add(pause is Yield { IsDelegate: true } ? new DelegatePart(Expression(sent), target, pause.Position) : new PausePart(Expression(sent), target));
                return result;
            case Logical logical:
                var left = Keep(Lower(logical.Left, before), before, logical);
                before.Add(new IfPart(new PausedValue(new SequencePart([]), Expression(Goes(left, logical.Operator))), Into(left, logical.Right), null));
                return left;
            case Conditional choice:
                var chosen = Hidden(choice);
                before.Add(new IfPart(Paused(choice.Test), Into(chosen, choice.Yes), Into(chosen, choice.No)));
                return chosen;
            case Sequence sequence:
                foreach (var item in sequence.Items[..^1]) before.Add(With(item, node => new ExpressionStep(node)));
                return Lower(sequence.Items[^1], before);
            case Assignment assignment: return LowerAssignment(assignment, before);
            case OptionalChain or ClassLiteral: throw CannotPause(value.Position);
            default: return LowerChildren(value, before);
        }
    }

    private Expression LowerChildren(Expression value, List<Part> before)
    {
        var children = Lowering.Children(value);
        var last = children.FindLastIndex(_lowering.Pauses);
        var at = 0;
        return Lowering.Rebuild(value, child => at++ is var i && i < last ? Keep(child, before) : i == last ? LowerChild(child, before) : child);
    }

    private Expression LowerChild(Expression child, List<Part> before) =>
        child is Spread spread ? new Spread(spread.Position, Lower(spread.Value, before)) : Lower(child, before);

    /// <summary>Evaluated before the pause; constants need no keeping.</summary>
    private Expression Keep(Expression child, List<Part> before)
    {
        if (child is Literal or FunctionLiteral) return child;
        if (child is not Spread) return Keep(Lower(child, before), before, child);
        var items = new ArrayLiteral(child.Position, [LowerChild(child, before)]);
        return new Spread(child.Position, Keep(items, before, child));
    }

    private Name Keep(Expression lowered, List<Part> before, Expression original)
    {
        var name = Hidden(original);
        before.Add(new StepPart(new DeclareStep(Write(name, declares: true), Expression(lowered))));
        return name;
    }

    private SequencePart Into(Name name, Expression value) => With(value, node => new DeclareStep(Write(name, declares: true), node));

    private static Expression Goes(Name left, string sign) => sign switch
    {
        "&&" => left,
        "||" => new Unary(left.Position, "!", left),
        _ => new Binary(left.Position, "==", left, new Literal(left.Position, JsValue.Null)),
    };

    private Expression LowerAssignment(Assignment assignment, List<Part> before)
    {
        var place = Still(assignment.Target) is Name or ArrayPattern or ObjectPattern ? assignment.Target : Lowering.Rebuild(assignment.Target, child => Keep(child, before));
        if (assignment.Operator == "=") return new Assignment(assignment.Position, "=", place, Lower(assignment.Value, before));
        var sign = assignment.Operator[..^1];
        if (sign is "&&" or "||" or "??")
            return Lower(new Logical(assignment.Position, sign, place, new Assignment(assignment.Position, "=", place, assignment.Value)), before);
        var old = Keep(place, before, place);
        return new Assignment(assignment.Position, "=", place, new Binary(assignment.Position, sign, old, Lower(assignment.Value, before)));
    }

    /// <summary>A place where pauses are refused: defaults of patterns, cases, members that are assigned.</summary>
    private Expression Still(Expression value) => _lowering.Pauses(value) ? throw CannotPause(value.Position) : value;

    /// <summary>A variable no program can name, shown in messages as what it stands for.</summary>
    private Name Hidden(Expression original) =>
        new(original.Position, Describe(original)) { Variable = new Variable("", VariableKind.Var, _function, 0) };

    private JsSyntaxException CannotPause(int position) =>
        source.Error("not-supported", "'yield' and 'await' in this place are not supported.", position);
}
