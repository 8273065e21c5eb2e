namespace JsExpressions.Parsing;

/// <summary>
/// What every function but an arrow has beside its variables. As names (no program can write them) they are found
/// and captured by arrow functions like any other variable.
/// </summary>
internal static class ImplicitName
{
    public const string Arguments = "arguments";

    public const string NewTarget = "new.target";

    /// <summary>The object a method was defined on, behind <c>super.x</c>.</summary>
    public const string Home = "super.home";

    /// <summary>The function being called, behind <c>super()</c>.</summary>
    public const string Function = "super.function";

    /// <summary>In the constructor of a derived class only: unset until <c>super()</c> returns.</summary>
    public const string This = "this";

    public static bool IsKnown(string name) => name is Arguments or NewTarget or Home or Function;
}
