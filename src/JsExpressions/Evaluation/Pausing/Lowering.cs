using System.Runtime.CompilerServices;
using JsExpressions.Parsing.Tree;

namespace JsExpressions.Evaluation.Pausing;

/// <summary>
/// Finds pauses in the tree, and rebuilds expressions around replaced children. The children of an expression are
/// what it evaluates always and from left to right; constructs that choose (&amp;&amp;, ?:) are not handled here.
/// </summary>
internal sealed class Lowering(Func<int, JsSyntaxException> tooDeep)
{
    private readonly Dictionary<object, bool> _known = [];

    public bool Pauses(Expression? expression)
    {
        if (expression is null or FunctionLiteral or Literal or Name) return false;
        if (expression is Pause) return true;
        if (_known.TryGetValue(expression, out var known)) return known;
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw tooDeep(expression.Position);
        var pauses = expression switch
        {
            Logical logical => Pauses(logical.Left) || Pauses(logical.Right),
            Conditional choice => Pauses(choice.Test) || Pauses(choice.Yes) || Pauses(choice.No),
            Sequence sequence => sequence.Items.Any(Pauses),
            Assignment assignment => Pauses(assignment.Target) || Pauses(assignment.Value),
            OptionalChain chain => Pauses(chain.Chain),
            ClassLiteral literal => Pauses(literal.Heritage) || literal.Elements.Any(element => Pauses(element.Key)),
            ArrayPattern pattern => pattern.Items.Any(Pauses),
            ObjectPattern pattern => pattern.Members.Any(member => Pauses(member.Key) || Pauses(member.Target)) || Pauses(pattern.Rest),
            _ => Children(expression).Any(Pauses),
        };
        return _known[expression] = pauses;
    }

    public bool Pauses(Statement? statement)
    {
        if (statement is null) return false;
        if (_known.TryGetValue(statement, out var known)) return known;
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw tooDeep(statement.Position);
        var pauses = statement switch
        {
            ExpressionStatement value => Pauses(value.Value),
            Declaration declaration => declaration.Items.Any(item => Pauses(item.Target) || Pauses(item.Value)),
            ClassDeclaration declaration => Pauses(declaration.Value),
            Block block => block.Body.Any(Pauses),
            If choice => Pauses(choice.Test) || Pauses(choice.Yes) || Pauses(choice.No),
            For loop => Pauses(loop.Init) || Pauses(loop.Test) || Pauses(loop.Step) || Pauses(loop.Body),
            ForEach loop => Pauses(loop.Target) || Pauses(loop.Source) || Pauses(loop.Body),
            While loop => Pauses(loop.Test) || Pauses(loop.Body),
            Return result => Pauses(result.Value),
            Throw thrown => Pauses(thrown.Value),
            Try guarded => Pauses(guarded.Body) || Pauses(guarded.Parameter) || Pauses(guarded.Handler) || Pauses(guarded.Finally),
            Switch choice => Pauses(choice.Value) || choice.Cases.Any(item => Pauses(item.Test) || item.Body.Any(Pauses)),
            Labelled labelled => Pauses(labelled.Body),
            _ => false,
        };
        return _known[statement] = pauses;
    }

    public static List<Expression> Children(Expression expression)
    {
        var children = new List<Expression>();
        Rebuild(expression, child =>
        {
            children.Add(child);
            return child;
        });
        return children;
    }

    /// <summary>The expression with <paramref name="map"/> applied to each child, in order of evaluation.</summary>
    public static Expression Rebuild(Expression expression, Func<Expression, Expression> map)
    {
        switch (expression)
        {
            case Template template: return new Template(template.Position, template.Texts, All(template.Holes, map));
            case TaggedTemplate tagged: return new TaggedTemplate(tagged.Position, tagged.Tag, tagged.Cooked, tagged.Raw, All(tagged.Holes, map));
            case ArrayLiteral array: return new ArrayLiteral(array.Position, array.Items.Select(item => item is null ? null : map(item)).ToArray());
            case Spread spread: return new Spread(spread.Position, map(spread.Value));
            case ObjectLiteral literal: return new ObjectLiteral(literal.Position, literal.Members.Select(member => Entry(member, map)).ToArray());
            case Unary unary: return new Unary(unary.Position, unary.Operator, unary.Operand is Member or Indexed ? Rebuild(unary.Operand, map) : map(unary.Operand));
            case Update update: return new Update(update.Position, update.Increment, update.Prefix, Rebuild(update.Target, map));
            case Binary binary: return new Binary(binary.Position, binary.Operator, map(binary.Left), map(binary.Right));
            case Member member: return new Member(member.Position, map(member.Target), member.Key, member.Optional);
            case Indexed index: return new Indexed(index.Position, map(index.Target), map(index.Key), index.Optional);
            case PrivateMember member: return new PrivateMember(member.Position, map(member.Target), member.Name, member.Optional);
            case PrivateIn search: return new PrivateIn(search.Position, search.Name, map(search.Target));
            case SuperMember member: return new SuperMember(member.Position, member.Home, member.Self, map(member.Key));
            case SuperCall call: return new SuperCall(call.Position, call.Function, call.NewTarget, call.Self, All(call.Args, map));
            case New created: return new New(created.Position, map(created.Callee), All(created.Args, map));
            case Call call:
                var callee = call.Callee is Member or Indexed or PrivateMember or SuperMember ? Rebuild(call.Callee, map) : map(call.Callee);
                return new Call(call.Position, callee, All(call.Args, map), call.Optional);
            default: return expression;
        }
    }

    private static Expression[] All(Expression[] items, Func<Expression, Expression> map) => items.Select(map).ToArray();

    private static ObjectMember Entry(ObjectMember member, Func<Expression, Expression> map)
    {
        var key = member.Key is null or Literal ? member.Key : map(member.Key);
        return member with { Key = key, Value = member.Value is FunctionLiteral ? member.Value : map(member.Value) };
    }
}
