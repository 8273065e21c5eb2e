namespace WorkflowHost.Data.Sql;

/// <summary>One statement of a unit with its values. <paramref name="IfNone"/>: what the unit ends with when no row was affected.</summary>
internal readonly record struct Write(Statement Statement, object?[] Values, CommitResult? IfNone);
