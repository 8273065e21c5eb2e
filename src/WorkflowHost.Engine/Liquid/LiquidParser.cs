namespace WorkflowHost.Engine.Liquid;

/// <summary>Template text to nodes. Tags: assign, capture, case, comment, cycle, decrement, echo, for, if, increment, raw, unless.</summary>
internal sealed class LiquidParser
{
    private readonly string _source;
    private int _position;
    private bool _trimNext;
    private int _depth;

    private LiquidParser(string source) => _source = source;

    /// <exception cref="LiquidSyntaxException">The template cannot be read.</exception>
    public static IReadOnlyList<LiquidNode> Parse(string source)
    {
        var parser = new LiquidParser(source);
        var nodes = parser.Body([], out var end);
        return end is null ? nodes : throw new LiquidSyntaxException($"Unknown tag '{end.Name}'", source, end.NameEnd);
    }

    /// <summary>Nodes up to one of the tags that end the block; null at the end of the template.</summary>
    private List<LiquidNode> Body(string[] ends, out Tag? end)
    {
        if (++_depth > LiquidLimits.MaxNesting)
            throw new LiquidSyntaxException("Tags are nested too deep", _source, _position);
        var nodes = new List<LiquidNode>();
        end = null;
        while (_position < _source.Length)
        {
            TextUpToNext(nodes);
            if (_position >= _source.Length)
                break;
            if (_source[_position + 1] == '{')
            {
                nodes.Add(Output());
                continue;
            }
            var tag = NextTag();
            if (ends.Contains(tag.Name) || tag.Name.StartsWith("end", StringComparison.Ordinal) || tag.Name is "else" or "elsif" or "when")
            {
                end = tag;
                break;
            }
            if (Statement(tag) is { } node)
                nodes.Add(node);
        }
        _depth--;
        return nodes;
    }

    private void TextUpToNext(List<LiquidNode> nodes)
    {
        var next = _position;
        while (next + 1 < _source.Length && !(_source[next] == '{' && (_source[next + 1] is '{' or '%')))
            next++;
        if (next + 1 >= _source.Length)
            next = _source.Length;
        var text = _source[_position..next];
        if (_trimNext)
            text = text.TrimStart();
        if (next + 2 < _source.Length && _source[next + 2] == '-')
            text = text.TrimEnd();
        _trimNext = false;
        if (text.Length > 0)
            nodes.Add(new LiquidText(text));
        _position = next;
    }

    private LiquidPrint Output()
    {
        var start = _position + 2;
        if (start < _source.Length && _source[start] == '-')
            start++;
        var close = FindClose(start, "}}");
        var contentEnd = close < 0 ? _source.Length : close;
        if (close > start && _source[close - 1] == '-')
            contentEnd--;
        var reader = new LiquidReader(_source, start, contentEnd);
        var value = reader.Filtered() ?? throw new LiquidSyntaxException("A value was expected", _source, start);
        if (close < 0 || !reader.AtEnd)
            throw reader.Error("End of tag '}}' was expected");
        Behind(close, contentEnd);
        return new LiquidPrint(value);
    }

    /// <summary>Position of the closing braces, which may not stand in a quoted text.</summary>
    private int FindClose(int start, string braces)
    {
        var quote = '\0';
        for (var index = start; index + 1 < _source.Length; index++)
        {
            var letter = _source[index];
            if (quote != '\0')
                quote = letter == quote ? '\0' : quote;
            else if (letter is '"' or '\'')
                quote = letter;
            else if (letter == braces[0] && _source[index + 1] == braces[1])
                return index;
        }
        return -1;
    }

    private void Behind(int close, int contentEnd)
    {
        _trimNext = contentEnd < close;
        _position = close + 2;
    }

    private Tag NextTag()
    {
        var start = _position + 2;
        if (start < _source.Length && _source[start] == '-')
            start++;
        var close = FindClose(start, "%}");
        if (close < 0)
            close = _source.IndexOf("%}", start, StringComparison.Ordinal);
        var contentEnd = close < 0 ? _source.Length : close;
        if (close > start && _source[close - 1] == '-')
            contentEnd--;
        var reader = new LiquidReader(_source, start, contentEnd);
        if (reader.Take("#"))
        {
            Behind(close < 0 ? _source.Length : close, contentEnd);
            return new Tag("#", reader, reader.Position);
        }
        var name = reader.Identifier() ?? throw reader.Error("An identifier was expected after '{%'");
        if (close < 0)
            throw reader.Error("End of tag '%}' was expected");
        Behind(close, contentEnd);
        return new Tag(name, reader, reader.Position);
    }

    private LiquidNode? Statement(Tag tag) => tag.Name switch
    {
        "#" => null,
        "assign" => Assign(tag),
        "break" => new LiquidJump(LiquidEnd.Break),
        "capture" => Capture(tag),
        "case" => Case(tag),
        "comment" => Verbatim(tag, isShown: false),
        "continue" => new LiquidJump(LiquidEnd.Continue),
        "cycle" => Cycle(tag),
        "decrement" => new LiquidCount(Name(tag), -1),
        "echo" => new LiquidPrint(tag.Reader.Filtered() ?? throw Invalid(tag)),
        "for" => For(tag),
        "if" => If(tag, negated: false),
        "increment" => new LiquidCount(Name(tag), 1),
        "raw" => Verbatim(tag, isShown: true),
        "unless" => If(tag, negated: true),
        _ => throw new LiquidSyntaxException($"Unknown tag '{tag.Name}'", _source, tag.NameEnd),
    };

    private static LiquidAssign Assign(Tag tag)
    {
        var name = tag.Reader.Identifier() ?? throw tag.Reader.Error("An identifier was expected after the 'assign' tag");
        if (!tag.Reader.Take("="))
            throw tag.Reader.Error("'=' was expected after the identifier of 'assign'");
        var value = tag.Reader.Filtered() ?? throw tag.Reader.Error("A value was expected");
        Finish(tag);
        return new LiquidAssign(name, value);
    }

    private LiquidCapture Capture(Tag tag)
    {
        var name = Name(tag);
        return new LiquidCapture(name, Block("capture"));
    }

    private LiquidIf If(Tag tag, bool negated)
    {
        var word = tag.Name;
        var branches = new List<(LiquidExpression?, bool, IReadOnlyList<LiquidNode>)>();
        LiquidExpression? condition = tag.Reader.Condition() ?? throw Invalid(tag);
        Finish(tag);
        var isNegated = negated;
        while (true)
        {
            var body = Body(["elsif", "else", "end" + word], out var end);
            branches.Add((condition, isNegated, body));
            isNegated = false;
            if (end?.Name == "end" + word)
                return new LiquidIf(branches);
            if (end?.Name == "elsif" && condition is not null)
                condition = end.Reader.Condition() ?? throw Invalid(end);
            else if (end?.Name == "else" && condition is not null)
                condition = null;
            else
                throw Missing(word);
        }
    }

    private LiquidCase Case(Tag tag)
    {
        var value = tag.Reader.Primary() ?? throw Invalid(tag);
        var whens = new List<(IReadOnlyList<LiquidExpression>, IReadOnlyList<LiquidNode>)>();
        IReadOnlyList<LiquidNode> otherwise = [];
        Body(["when", "else", "endcase"], out var end); // text before the first when is not shown
        while (end is { Name: "when" })
        {
            var values = Values(end);
            whens.Add((values, Body(["when", "else", "endcase"], out end)));
        }
        if (end is { Name: "else" })
            otherwise = Body(["endcase"], out end);
        return end?.Name == "endcase" ? new LiquidCase(value, whens, otherwise) : throw Missing("case");
    }

    private static List<LiquidExpression> Values(Tag when)
    {
        var values = new List<LiquidExpression>();
        do
            values.Add(when.Reader.Primary() ?? throw when.Reader.Error("Invalid 'when' tag"));
        while (when.Reader.Take(",") || when.Reader.Take("or"));
        return values;
    }

    private LiquidFor For(Tag tag)
    {
        var reader = tag.Reader;
        var name = reader.Identifier() ?? throw Invalid(tag);
        if (!reader.Take("in"))
            throw Invalid(tag);
        var items = reader.Primary() ?? throw Invalid(tag);
        LiquidExpression? limit = null, offset = null;
        var reversed = false;
        while (!reader.AtEnd)
        {
            if (reader.Take("reversed"))
                reversed = true;
            else if (reader.Take("limit") && reader.Take(":"))
                limit = reader.Primary() ?? throw Invalid(tag);
            else if (reader.Take("offset") && reader.Take(":"))
                offset = reader.Primary() ?? throw Invalid(tag);
            else if (!reader.Take(","))
                throw reader.Error("End of tag '%}' was expected");
        }
        var body = Body(["else", "endfor"], out var end);
        IReadOnlyList<LiquidNode> otherwise = end is { Name: "else" } ? Body(["endfor"], out end) : [];
        return end?.Name == "endfor" ? new LiquidFor(name, items, limit, offset, reversed, body, otherwise) : throw Missing("for");
    }

    private LiquidCycle Cycle(Tag tag)
    {
        var group = "";
        var values = new List<LiquidExpression> { tag.Reader.Primary() ?? throw Invalid(tag) };
        if (tag.Reader.Take(":"))
        {
            group = values[0].ToString();
            values = [tag.Reader.Primary() ?? throw Invalid(tag)];
        }
        while (tag.Reader.Take(","))
            values.Add(tag.Reader.Primary() ?? throw Invalid(tag));
        return new LiquidCycle(group.Length > 0 ? group : string.Join(",", values), values);
    }

    private LiquidText? Verbatim(Tag tag, bool isShown)
    {
        var from = _position;
        var end = _source.IndexOf("end" + tag.Name, from, StringComparison.Ordinal);
        var open = end < 0 ? -1 : _source.LastIndexOf("{%", end, StringComparison.Ordinal);
        if (open < from)
            throw Missing(tag.Name);
        _position = open;
        NextTag();
        return isShown ? new LiquidText(_source[from..open]) : null;
    }

    private List<LiquidNode> Block(string word)
    {
        var body = Body(["end" + word], out var end);
        return end?.Name == "end" + word ? body : throw Missing(word);
    }

    private static string Name(Tag tag) =>
        tag.Reader.Identifier() ?? throw tag.Reader.Error($"An identifier was expected after the '{tag.Name}' tag");

    private static void Finish(Tag tag)
    {
        if (!tag.Reader.AtEnd)
            throw tag.Reader.Error("End of tag '%}' was expected");
    }

    private LiquidSyntaxException Invalid(Tag tag) => new($"Invalid '{tag.Name}' tag", _source, tag.NameEnd);

    private LiquidSyntaxException Missing(string word) => new($"'{{% end{word} %}}' was expected", _source, _position);

    private sealed record Tag(string Name, LiquidReader Reader, int NameEnd);
}
