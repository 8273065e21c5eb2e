namespace WorkflowHost.Engine.Values;

internal enum ElsaKind
{
    Object, String, Boolean, Int16, Int32, Int64, Single, Double, Decimal, Guid, DateTime, DateTimeOffset, TimeSpan,
    ByteArray, Stream, Json, Dictionary, List, Enum, Other,
}

/// <summary>A type alias of elsa-semantics 1.8 as the engine treats it: a closed set of kinds, lists with their element.</summary>
internal sealed record ElsaType(ElsaKind Kind, ElsaType? Element = null, bool IsNullable = false)
{
    /// <summary>A list written <c>List&lt;X&gt;</c> and not <c>X[]</c>.</summary>
    public bool IsGeneric { get; init; }

    public static readonly ElsaType Object = new(ElsaKind.Object);
    public static readonly ElsaType String = new(ElsaKind.String);
    public static readonly ElsaType Boolean = new(ElsaKind.Boolean);
    public static readonly ElsaType Int32 = new(ElsaKind.Int32);
    public static readonly ElsaType TimeSpan = new(ElsaKind.TimeSpan);
    public static readonly ElsaType DateTimeOffset = new(ElsaKind.DateTimeOffset);

    private static readonly Dictionary<string, ElsaType> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Object"] = Object, ["String"] = String, ["Boolean"] = Boolean, ["Int16"] = new(ElsaKind.Int16), ["Int32"] = Int32,
        ["Int64"] = new(ElsaKind.Int64), ["Long"] = new(ElsaKind.Int64), ["Single"] = new(ElsaKind.Single),
        ["Double"] = new(ElsaKind.Double), ["Decimal"] = new(ElsaKind.Decimal), ["Guid"] = new(ElsaKind.Guid),
        ["DateTime"] = new(ElsaKind.DateTime), ["DateTimeOffset"] = DateTimeOffset, ["TimeSpan"] = TimeSpan,
        ["ByteArray"] = new(ElsaKind.ByteArray), ["Byte[]"] = new(ElsaKind.ByteArray), ["Stream"] = new(ElsaKind.Stream),
        ["JSON"] = new(ElsaKind.Json), ["JsonElement"] = new(ElsaKind.Json), ["JsonNode"] = new(ElsaKind.Json),
        ["JsonObject"] = new(ElsaKind.Json), ["JsonArray"] = new(ElsaKind.Json),
        ["StringDictionary"] = new(ElsaKind.Dictionary), ["ObjectDictionary"] = new(ElsaKind.Dictionary),
        ["StringMap"] = new(ElsaKind.Dictionary), ["ObjectMap"] = new(ElsaKind.Dictionary),
        ["HttpRequest"] = new(ElsaKind.Other), ["HttpResponse"] = new(ElsaKind.Other),
        ["HttpResponseMessage"] = new(ElsaKind.Other), ["HttpHeaders"] = new(ElsaKind.Dictionary),
        ["RouteData"] = new(ElsaKind.Dictionary), ["FormFile"] = new(ElsaKind.Other), ["HttpFile"] = new(ElsaKind.Other),
        ["Downloadable"] = new(ElsaKind.Other), ["HttpStatusCode"] = new(ElsaKind.Other),
        ["FlowJoinMode"] = new(ElsaKind.Enum), ["SwitchMode"] = new(ElsaKind.Enum), ["ForkJoinMode"] = new(ElsaKind.Enum),
        ["LogPersistenceMode"] = new(ElsaKind.Enum),
    };

    private static readonly string[] ListNames =
        ["List", "HashSet", "Collection", "IEnumerable", "ICollection", "IList", "IReadOnlyCollection", "IReadOnlyList", "ISet"];

    /// <summary>True for numbers, booleans, dates and the like, which have a default other than null.</summary>
    public bool IsScalarStruct => Kind is >= ElsaKind.Boolean and <= ElsaKind.TimeSpan && !IsNullable;

    /// <summary>The type of an alias; null when nothing of that name is registered.</summary>
    public static ElsaType? Find(string? alias)
    {
        if (string.IsNullOrWhiteSpace(alias))
            return Object;
        alias = alias.Trim();
        if (Aliases.TryGetValue(alias, out var known))
            return known;
        if (alias.EndsWith('?'))
            return Find(alias[..^1]) is { } inner ? inner with { IsNullable = true } : null;
        if (alias.EndsWith("[]", StringComparison.Ordinal))
            return Find(alias[..^2]) is { } element ? new ElsaType(ElsaKind.List, element) : null;
        var open = alias.IndexOf('<', StringComparison.Ordinal);
        if (open > 0 && alias.EndsWith('>'))
            return Generic(alias[..open], alias[(open + 1)..^1]);
        return ClrName(alias);
    }

    private static ElsaType? Generic(string name, string arguments)
    {
        if (name is "IDictionary" or "Dictionary")
            return new ElsaType(ElsaKind.Dictionary);
        return ListNames.Contains(name) && Find(arguments) is { } element ? new ElsaType(ElsaKind.List, element) { IsGeneric = true } : null;
    }

    private static ElsaType? ClrName(string alias)
    {
        var name = alias.Split(',')[0].Trim();
        return name.StartsWith("System.", StringComparison.Ordinal) && !name.Contains('`', StringComparison.Ordinal)
            && Aliases.TryGetValue(name[(name.LastIndexOf('.') + 1)..], out var type)
            ? type
            : null;
    }
}
