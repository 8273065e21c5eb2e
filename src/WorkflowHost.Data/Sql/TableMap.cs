using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace WorkflowHost.Data.Sql;

/// <summary>
/// A table as EF's model describes it, turned into prepared statements and a compiled row reader: the hot path has EF's
/// mapping without EF's cost, and cannot drift from it.
/// </summary>
internal sealed class TableMap<T>
    where T : class
{
    private readonly Dictionary<string, Column> _byProperty;
    private readonly Column[] _inserted;
    private readonly Func<T, object?[]> _valuesOf;

    public TableMap(IModel model)
    {
        var entity = model.FindEntityType(typeof(T)) ?? throw new ArgumentException($"{typeof(T)} is not mapped.", nameof(model));
        Name = entity.GetTableName()!; // every entity of this model has a table
        Columns = entity.GetProperties().Select(p => new Column(p)).ToArray();
        _byProperty = Columns.ToDictionary(c => c.Property.Name, StringComparer.Ordinal);
        // What the database numbers itself is not inserted.
        _inserted = Columns.Where(c => c.Property.ValueGenerated == ValueGenerated.Never).ToArray();
        Selected = string.Join(", ", Columns.Select(c => c.Name));
        Insert = new Statement(InsertSql, _inserted);
        InsertIfNew = new Statement(InsertSql + " ON CONFLICT DO NOTHING", _inserted);
        Read = CompileReader();
        _valuesOf = CompileValues();
    }

    public string Name { get; }

    public IReadOnlyList<Column> Columns { get; }

    /// <summary>All columns, comma separated, in the order <see cref="Read"/> expects.</summary>
    public string Selected { get; }

    public Statement Insert { get; }

    /// <summary>Inserts unless any unique key is taken; affects no row then.</summary>
    public Statement InsertIfNew { get; }

    /// <summary>The entity in the reader's current row, which must have been selected with <see cref="Selected"/>.</summary>
    public Func<DbDataReader, T> Read { get; }

    public Column this[string property] => _byProperty[property];

    private string InsertSql =>
        $"INSERT INTO {Name} ({string.Join(", ", _inserted.Select(c => c.Name))}) " +
        $"VALUES ({string.Join(", ", _inserted.Select((_, i) => $"${i + 1}"))})";

    /// <summary>Values for <see cref="Insert"/>, already as the provider takes them.</summary>
    public Write InsertOf(T entity, CommitResult? ifNone = null) =>
        new(ifNone is null ? Insert : InsertIfNew, _valuesOf(entity), ifNone);

    /// <summary>INSERT of these properties, which must be all that have no default.</summary>
    public Statement InsertInto(params string[] properties) => new(
        $"INSERT INTO {Name} ({string.Join(", ", properties.Select(p => this[p].Name))}) " +
        $"VALUES ({string.Join(", ", properties.Select((_, i) => $"${i + 1}"))})",
        properties.Select(p => this[p]).ToArray());

    /// <summary>SELECT of whole rows; the rest begins with WHERE, its parameters are of these properties.</summary>
    public Statement Select(string rest, params string[] properties) =>
        new($"SELECT {Selected} FROM {Name} {rest}", properties.Select(p => this[p]).ToArray());

    /// <summary>UPDATE of these properties; the condition's parameters go on counting after them.</summary>
    public Statement Update(string[] set, string condition, params string[] conditionProperties)
    {
        var assignments = string.Join(", ", set.Select((p, i) => $"{this[p].Name} = ${i + 1}"));
        return new Statement(
            $"UPDATE {Name} SET {assignments} WHERE {condition}",
            set.Concat(conditionProperties).Select(p => this[p]).ToArray());
    }

    private Func<T, object?[]> CompileValues()
    {
        var entity = Expression.Parameter(typeof(T), "entity");
        return Expression.Lambda<Func<T, object?[]>>(
            Expression.NewArrayInit(typeof(object), _inserted.Select(column => column.ProvidedFrom(entity))), entity).Compile();
    }

    private Func<DbDataReader, T> CompileReader()
    {
        var reader = Expression.Parameter(typeof(DbDataReader), "reader");
        var bindings = Columns.Select((column, i) => Expression.Bind(
            column.Property.PropertyInfo!, // shadow properties are not used in this model
            column.ReadFrom(reader, i)));
        return Expression.Lambda<Func<DbDataReader, T>>(
            Expression.MemberInit(Expression.New(typeof(T)), bindings), reader).Compile();
    }
}
