using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace WorkflowHost.Data.Sql;

/// <summary>One column of a table as EF maps it: what prepared statements bind and read by.</summary>
internal sealed class Column(IProperty property)
{
    public string Name { get; } = property.GetColumnName();

    public IProperty Property { get; } = property;

    public RelationalTypeMapping Mapping { get; } = property.GetRelationalTypeMapping();

    /// <summary>A property's value as the provider takes it; packed texts may come already packed.</summary>
    public object? ToProvider(object? value) =>
        value is null or byte[] || Mapping.Converter is null ? value : Mapping.Converter.ConvertToProvider(value);

    /// <summary>The value of an entity's property as the provider takes it, boxed.</summary>
    public Expression ProvidedFrom(ParameterExpression entity)
    {
        Expression value = Expression.Property(entity, Property.PropertyInfo!); // shadow properties are not used in this model
        if (Mapping.Converter is not { } converter)
            return Expression.Convert(value, typeof(object));
        var isNull = value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null
            ? null
            : Expression.Equal(value, Expression.Constant(null, value.Type));
        var provided = converter.ConvertToProviderExpression;
        var converted = Expression.Convert(
            Expression.Invoke(provided, As(value, provided.Parameters[0].Type)), typeof(object));
        return isNull is null
            ? converted
            : Expression.Condition(isNull, Expression.Constant(null, typeof(object)), converted);
    }

    /// <summary>A reader of this column's value from that position of a row.</summary>
    public Func<DbDataReader, TValue> CompileReader<TValue>(int index = 0)
    {
        var reader = Expression.Parameter(typeof(DbDataReader), "reader");
        return Expression.Lambda<Func<DbDataReader, TValue>>(ReadFrom(reader, index), reader).Compile();
    }

    /// <summary>The property's value from that position of the reader's row.</summary>
    public Expression ReadFrom(ParameterExpression reader, int index)
    {
        var ordinal = Expression.Constant(index);
        var method = Mapping.GetDataReaderMethod();
        var source = method.DeclaringType!.IsAssignableFrom(typeof(DbDataReader)) // a reader's own method
            ? (Expression)reader
            : Expression.Convert(reader, method.DeclaringType);
        var value = Mapping.CustomizeDataReaderExpression(Expression.Call(source, method, ordinal));
        if (Mapping.Converter is { } converter)
        {
            var provided = converter.ConvertFromProviderExpression;
            value = Expression.Invoke(provided, As(value, provided.Parameters[0].Type));
        }

        value = As(value, Property.ClrType);
        return Property.IsNullable
            ? Expression.Condition(
                Expression.Call(reader, nameof(DbDataReader.IsDBNull), null, ordinal),
                Expression.Default(Property.ClrType),
                value)
            : value;
    }

    private static Expression As(Expression value, Type type) =>
        value.Type == type ? value : Expression.Convert(value, type);
}
