namespace WorkflowHost.Data.Sql;

/// <summary>
/// A prepared statement: text with <c>$1 … $n</c>, which both databases understand, and the columns its parameters
/// belong to. Made once per store; connections cache their prepared form by reference.
/// </summary>
internal sealed class Statement(string sql, params Column[] parameters)
{
    public string Sql { get; } = sql;

    public IReadOnlyList<Column> Parameters { get; } = parameters;

    /// <summary>A write with these values, given as the entity's property holds them.</summary>
    public Write With(params object?[] values) => new(this, Convert(values), null);

    /// <summary>A write that must affect a row; otherwise the whole unit is refused with that result.</summary>
    public Write Expect(CommitResult otherwise, params object?[] values) => new(this, Convert(values), otherwise);

    public object?[] Convert(params object?[] values)
    {
        if (values.Length != Parameters.Count)
            throw new ArgumentException($"{Parameters.Count} values are needed for: {Sql}", nameof(values));
        var converted = new object?[values.Length];
        for (var i = 0; i < values.Length; i++)
            converted[i] = Parameters[i].ToProvider(values[i]);
        return converted;
    }
}
