using JsExpressions.Parsing;
using JsExpressions.Parsing.Tree;

namespace JsExpressions.Evaluation;

internal sealed partial class Compiler
{
    private Node Expression(Expression expression)
    {
        Deepen(expression.Position);
        var node = Inner(expression);
        if (_level % LevelsPerGuard == 0) node = new StackGuardNode(node);
        _level--;
        return node;
    }

    private Node[] Expressions(IEnumerable<Expression> expressions) => expressions.Select(Expression).ToArray();

    private Node Inner(Expression expression) => expression switch
    {
        Literal literal => new ConstantNode(literal.Value),
        Name name => Read(name),
        This self => _function.IsStrict && !self.IsGlobal ? new ThisNode() : new SloppyThisNode(),
        Template template => new TemplateNode(template.Texts, Expressions(template.Holes)),
        TaggedTemplate tagged => Tagged(tagged),
        RegexLiteral regex => new RegexNode(regex.Pattern, regex.Flags),
        ArrayLiteral array => new ArrayNode(
            array.Items.Select(item => item is null ? null : Expression(Unspread(item))).ToArray(), array.Items.Select(item => item is Spread).ToArray()),
        ObjectLiteral literal => new ObjectNode(literal.Members.Select(Entry).ToArray()),
        FunctionLiteral function => Function(function.Function),
        Unary unary => UnaryOf(unary),
        Update update => Changed(update.Target, new CountChange(update.Increment ? 1 : -1, update.Prefix), update),
        Binary binary => BinaryOf(binary),
        Logical { Operator: "&&" } and => new AndNode(Expression(and.Left), Expression(and.Right)),
        Logical { Operator: "||" } or => new OrNode(Expression(or.Left), Expression(or.Right)),
        Logical coalesce => new CoalesceNode(Expression(coalesce.Left), Expression(coalesce.Right)),
        Conditional choice => new ConditionalNode(Expression(choice.Test), Expression(choice.Yes), Expression(choice.No)),
        Sequence sequence => new SequenceNode(Expressions(sequence.Items)),
        Assignment assignment => AssignmentOf(assignment),
        Member member => new MemberNode(Expression(member.Target), member.Key, member.Optional, member.Position),
        Indexed index => IndexOf(index),
        Call call => CallOf(call),
        OptionalChain chain => new OptionalChainNode(Expression(chain.Chain)),
        ClassLiteral literal => ClassOf(literal),
        PrivateMember or SuperMember => new HeldNode(Held(expression)),
        PrivateIn search => new PrivateInNode(Read(search.Name), Expression(search.Target), search.Position),
        SuperCall call => new SuperCallNode(Read(call.Function), Read(call.NewTarget), Read(call.Self), Write(call.Self, declares: true), Args(call.Args), call.Position),
        New created => new NewNode(Expression(created.Callee), Args(created.Args), Describe(created.Callee), created.Position),
        _ => throw source.Error("unexpected-token", "An expression was expected.", expression.Position),
    };

    private static Expression Unspread(Expression item) => item is Spread spread ? spread.Value : item;

    private ArgumentList Args(Expression[] args) =>
        new(args.Select(item => Expression(Unspread(item))).ToArray(), args.Select(item => item is Spread).ToArray());

    private Node IndexOf(Indexed index) => index.Key is Literal { Value: { IsString: true } key }
        ? new MemberNode(Expression(index.Target), key.AsString, index.Optional, index.Position)
        : new IndexNode(Expression(index.Target), Expression(index.Key), index.Optional, index.Position);

    private MemberCode Entry(ObjectMember member)
    {
        if (member is { Shorthand: true, Value: Assignment initial })
            throw source.Error("unexpected-token", "':' was expected, but '=' was found.", initial.Position);
        return new MemberCode(member.Kind, member.Key is null ? null : Expression(member.Key), Expression(member.Value))
        {
            IsNameless = member.Key is not null and not Literal && member.Value is FunctionLiteral { Function: { NameText: "", HasSelfName: false } },
        };
    }

    private Node UnaryOf(Unary unary)
    {
        switch (unary.Operator)
        {
            case "!": return new NotNode(Expression(unary.Operand));
            case "-": return unary.Operand is Literal { Value: { IsNumber: true } number } ? new ConstantNode(-number.AsNumber) : new NegateNode(Expression(unary.Operand));
            case "+": return new PlusNode(Expression(unary.Operand));
            case "~": return new ComplementNode(Expression(unary.Operand));
            case "typeof": return new TypeOfNode(Expression(unary.Operand));
            case "void": return new VoidNode(Expression(unary.Operand));
        }
        var operand = unary.Operand is OptionalChain chain ? chain.Chain : unary.Operand;
        return operand switch
        {
            Member member => new DeleteNode(Expression(member.Target), new ConstantNode(member.Key), member.Optional, _function.IsStrict, unary.Position),
            Indexed index => new DeleteNode(Expression(index.Target), Expression(index.Key), index.Optional, _function.IsStrict, unary.Position),
            PrivateMember => throw source.Error("invalid-assignment", "A private member cannot be deleted.", operand.Position),
            SuperMember member => new DeleteSuperNode(Expression(member.Self), member.Position),
            Name { Text: not ImplicitName.This, Variable: null } name => new DeleteFreeNode(_freeIndex[name.Text], name.Text),
            Name { Text: not ImplicitName.This } => new ConstantNode(JsValue.False),
            _ => new SequenceNode([Expression(operand), new ConstantNode(JsValue.True)]),
        };
    }

    private Node BinaryOf(Binary binary)
    {
        var left = Expression(binary.Left);
        var right = Expression(binary.Right);
        return binary.Operator switch
        {
            "+" => new AddNode(left, right),
            "===" => new StrictEqualsNode(left, right, false),
            "!==" => new StrictEqualsNode(left, right, true),
            "==" => new LooseEqualsNode(left, right, false),
            "!=" => new LooseEqualsNode(left, right, true),
            "<" => new CompareNode(Comparison.Less, left, right),
            ">" => new CompareNode(Comparison.Greater, left, right),
            "<=" => new CompareNode(Comparison.LessOrEqual, left, right),
            ">=" => new CompareNode(Comparison.GreaterOrEqual, left, right),
            "in" => new InNode(left, right, binary.Position),
            "instanceof" => new InstanceOfNode(left, right, binary.Position),
            _ => new ArithmeticNode(ArithmeticOf(binary.Operator), left, right),
        };
    }

    private static Arithmetic ArithmeticOf(string sign) => sign switch
    {
        "-" => Arithmetic.Subtract,
        "*" => Arithmetic.Multiply,
        "/" => Arithmetic.Divide,
        "%" => Arithmetic.Remainder,
        "**" => Arithmetic.Power,
        "&" => Arithmetic.And,
        "|" => Arithmetic.Or,
        "^" => Arithmetic.Xor,
        "<<" => Arithmetic.ShiftLeft,
        ">>" => Arithmetic.ShiftRight,
        ">>>" => Arithmetic.ShiftRightUnsigned,
        _ => throw new InvalidOperationException($"Unknown operator {sign}."),
    };

    private Node AssignmentOf(Assignment assignment)
    {
        if (assignment.Operator != "=")
        {
            var value = Expression(assignment.Value);
            Change change = assignment.Operator switch
            {
                "+=" => new AddChange(value),
                "&&=" or "||=" or "??=" => new LogicalChange(assignment.Operator, value),
                var sign => new ArithmeticChange(ArithmeticOf(sign[..^1]), value),
            };
            return Changed(assignment.Target, change, assignment);
        }
        return assignment.Target switch
        {
            Member member => new AssignMemberNode(Expression(member.Target), member.Key, Expression(assignment.Value), _function.IsStrict, member.Position),
            Indexed index => new AssignIndexNode(Expression(index.Target), Expression(index.Key), Expression(assignment.Value), _function.IsStrict, index.Position),
            PrivateMember or SuperMember => new AssignHeldNode(Held(assignment.Target), Expression(assignment.Value)),
            _ => new AssignNode(Target(assignment.Target, declares: false), Expression(assignment.Value)),
        };
    }

    private Node Changed(Expression target, Change change, Expression whole)
    {
        switch (target)
        {
            case Member member: return new ChangeMemberNode(Expression(member.Target), member.Key, change, _function.IsStrict, member.Position);
            case Indexed index: return new ChangeIndexNode(Expression(index.Target), Expression(index.Key), change, _function.IsStrict, index.Position);
            case PrivateMember or SuperMember: return new ChangeHeldNode(Held(target), change);
            case Name name:
                var read = Read(name);
                var write = Write(name, declares: false);
                return read is SlotNode slot && write is SlotTarget && whole is Update update
                    ? new CountSlotNode(slot.Slot, update.Increment ? 1 : -1, update.Prefix)
                    : new ChangeVariableNode(read, write, change);
            default: throw source.Error("invalid-assignment", "Only a name or a property can be assigned.", target.Position);
        }
    }

    private Node CallOf(Call call)
    {
        var args = Args(call.Args);
        var text = Describe(call.Callee);
        var callee = call.Callee is OptionalChain { Parenthesised: true } chain ? chain.Chain : call.Callee;
        return callee switch
        {
            Member member when callee == call.Callee => new CallNode(null, Expression(member.Target), member.Key, null, member.Optional, call.Optional, args, text, member.Position),
            Indexed index when callee == call.Callee => new CallNode(null, Expression(index.Target), null, Expression(index.Key), index.Optional, call.Optional, args, text, index.Position),
            PrivateMember or SuperMember when callee == call.Callee => new CallHeldNode(Held(callee), call.Optional, args, text, call.Position),
            _ => new CallNode(Expression(call.Callee), null, null, null, false, call.Optional, args, text, call.Position),
        };
    }

    private Node Tagged(TaggedTemplate tagged)
    {
        var strings = new TemplateObjectNode(tagged.Cooked, tagged.Raw);
        var args = new ArgumentList([strings, .. Expressions(tagged.Holes)], new bool[tagged.Holes.Length + 1]);
        var text = Describe(tagged.Tag);
        return tagged.Tag is Member member
            ? new CallNode(null, Expression(member.Target), member.Key, null, false, false, args, text, tagged.Position)
            : new CallNode(Expression(tagged.Tag), null, null, null, false, false, args, text, tagged.Position);
    }

    /// <summary>What V8 calls the callee in "… is not a function".</summary>
    private static string Describe(Expression expression) => expression switch
    {
        Name name => name.Text,
        This => "this",
        Member member => $"{Describe(member.Target)}.{member.Key}",
        PrivateMember member => $"{Describe(member.Target)}.{member.Name.Text}",
        SuperMember { Key: Literal { Value.IsString: true } name } => $"(intermediate value).{name.Value.AsString}",
        SuperMember => "(intermediate value)[...]",
        Indexed { Key: Literal { Value.IsString: true } key } index => $"{Describe(index.Target)}.{key.Value.AsString}",
        Indexed index => $"{Describe(index.Target)}[{(index.Key is Name name ? name.Text : "...")}]",
        OptionalChain chain => Describe(chain.Chain),
        Call call => $"{Describe(call.Callee)}(...)",
        _ => "(intermediate value)",
    };
}
