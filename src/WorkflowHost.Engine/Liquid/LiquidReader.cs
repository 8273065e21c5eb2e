using System.Globalization;

namespace WorkflowHost.Engine.Liquid;

/// <summary>Reads expressions of one output or tag. Positions in errors are those of the whole template.</summary>
internal sealed class LiquidReader(string source, int start, int end)
{
    private static readonly string[] Operators =
        ["==", "!=", "<>", "<=", ">=", "<", ">", "contains", "startswith", "endswith"];

    private int _depth;

    public int Position { get; private set; } = start;

    public bool AtEnd
    {
        get
        {
            SkipSpace();
            return Position >= end;
        }
    }

    public LiquidSyntaxException Error(string problem) => new(problem, source, Position);

    public string? Identifier()
    {
        var before = Position;
        SkipSpace();
        var from = Position;
        if (from >= end || !(char.IsLetter(source[from]) || source[from] == '_'))
        {
            Position = before; // errors point at where the reading stopped
            return null;
        }
        while (Position < end && (char.IsLetterOrDigit(source[Position]) || source[Position] is '_' or '-'))
            Position++;
        return source[from..Position];
    }

    public bool Take(string text)
    {
        SkipSpace();
        if (Position + text.Length > end || string.CompareOrdinal(source, Position, text, 0, text.Length) != 0)
            return false;
        var after = Position + text.Length;
        if (char.IsLetter(text[0]) && after < end && (char.IsLetterOrDigit(source[after]) || source[after] == '_'))
            return false;
        Position = after;
        return true;
    }

    /// <summary>A value with filters, as in outputs and assignments; null when there is no value.</summary>
    public LiquidExpression? Filtered()
    {
        if (Condition() is not { } value)
            return null;
        while (Take("|"))
            value = Filter(value);
        return value;
    }

    /// <summary>Comparisons joined by and/or, which Liquid reads from the right.</summary>
    public LiquidExpression? Condition()
    {
        if (++_depth > LiquidLimits.MaxNesting)
            throw Error("A condition is too long");
        var condition = Comparison();
        if (condition is not null)
            foreach (var word in new[] { "and", "or" })
                if (Take(word))
                    condition = new LiquidComparison(condition, word, Condition() ?? throw Error("A value was expected"));
        _depth--;
        return condition;
    }

    public LiquidExpression? Primary()
    {
        SkipSpace();
        if (Position >= end)
            return null;
        var first = source[Position];
        if (first is '"' or '\'')
            return Text(first);
        if (char.IsAsciiDigit(first) || (first == '-' && Position + 1 < end && char.IsAsciiDigit(source[Position + 1])))
            return Number();
        if (first == '(')
            return Range();
        return Identifier() is { } name ? Named(name) : null;
    }

    private LiquidExpression? Comparison()
    {
        if (Primary() is not { } left)
            return null;
        foreach (var word in Operators)
            if (Take(word))
                return new LiquidComparison(left, word, Primary() ?? throw Error("A value was expected"));
        return left;
    }

    private LiquidFiltered Filter(LiquidExpression input)
    {
        if (++_depth > LiquidLimits.MaxNesting)
            throw Error("Too many filters");
        var name = Identifier() ?? throw Error("An identifier was expected after the '|' sign");
        var arguments = new List<LiquidExpression>();
        var named = new List<(string, LiquidExpression)>();
        if (Take(":"))
            do
                Argument(arguments, named);
            while (Take(","));
        return new LiquidFiltered(input, name, arguments, named);
    }

    private void Argument(List<LiquidExpression> arguments, List<(string, LiquidExpression)> named)
    {
        var before = Position;
        if (Identifier() is { } name && Take(":"))
        {
            named.Add((name, Primary() ?? throw Error("A value was expected")));
            return;
        }
        Position = before;
        arguments.Add(Primary() ?? throw Error("A value was expected"));
    }

    private LiquidExpression Named(string name) => name switch
    {
        "true" => new LiquidLiteral(true),
        "false" => new LiquidLiteral(false),
        "nil" or "null" => new LiquidLiteral(null),
        "empty" => new LiquidLiteral(new LiquidEmptiness(AlsoBlank: false)),
        "blank" => new LiquidLiteral(new LiquidEmptiness(AlsoBlank: true)),
        _ => Path(name),
    };

    private LiquidPath Path(string name)
    {
        var segments = new List<LiquidExpression>();
        while (Position < end)
        {
            if (source[Position] == '.' && Position + 1 < end && source[Position + 1] != '.')
            {
                Position++;
                segments.Add(new LiquidLiteral(Identifier() ?? throw Error("An identifier was expected")));
            }
            else if (source[Position] == '[')
            {
                Position++;
                if (++_depth > LiquidLimits.MaxNesting)
                    throw Error("Indexes are nested too deep");
                segments.Add(Primary() ?? throw Error("A value was expected"));
                _depth--;
                if (!Take("]"))
                    throw Error("']' was expected");
            }
            else
            {
                break;
            }
        }
        return new LiquidPath(name, segments);
    }

    private LiquidLiteral Text(char quote)
    {
        var close = source.IndexOf(quote, Position + 1, end - Position - 1);
        if (close < 0)
            throw Error("A value was expected");
        var text = source[(Position + 1)..close];
        Position = close + 1;
        return new LiquidLiteral(text);
    }

    private LiquidLiteral Number()
    {
        var from = Position++;
        while (Position < end && (char.IsAsciiDigit(source[Position])
            || (source[Position] == '.' && Position + 1 < end && char.IsAsciiDigit(source[Position + 1]))))
            Position++;
        return decimal.TryParse(source.AsSpan(from, Position - from), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new LiquidLiteral(number)
            : throw Error("A value was expected");
    }

    private LiquidExpression Range()
    {
        Position++;
        if (++_depth > LiquidLimits.MaxNesting)
            throw Error("Parentheses are nested too deep");
        var from = Primary() ?? throw Error("A value was expected");
        if (!Take(".."))
            throw Error("'..' was expected");
        var to = Primary() ?? throw Error("A value was expected");
        _depth--;
        return Take(")") ? new LiquidRange(from, to) : throw Error("')' was expected");
    }

    private void SkipSpace()
    {
        while (Position < end && char.IsWhiteSpace(source[Position]))
            Position++;
    }
}
