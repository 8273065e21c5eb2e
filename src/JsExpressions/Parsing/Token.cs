namespace JsExpressions.Parsing;

internal enum TokenKind
{
    End,
    Name,
    Punctuator,
    Number,
    BigInt,
    Text,
    Template,
    Regex,
    PrivateName,
}

/// <summary>One token. <see cref="Text"/> is the name, the punctuator, or the cooked text of a literal.</summary>
internal struct Token
{
    public TokenKind Kind;
    public int Start;
    public int End;
    public string Text;
    public double Number;
    public bool AfterNewline;

    /// <summary>A name written with a unicode escape, which is never a keyword.</summary>
    public bool Escaped;

    /// <summary>Template: this piece ends the literal. Number and text: a legacy octal or escape, refused in strict code.</summary>
    public bool Last;

    /// <summary>Template: the characters as written; null elsewhere. Regex: the flags.</summary>
    public string? Raw;

    /// <summary>Template: an escape is malformed, allowed only behind a tag.</summary>
    public bool Malformed;

    public readonly bool Is(string punctuator) => Kind == TokenKind.Punctuator && Text == punctuator;

    public readonly bool IsKeyword(string word) => Kind == TokenKind.Name && !Escaped && Text == word;
}
