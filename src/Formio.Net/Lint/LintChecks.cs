namespace Formio.Lint;

/// <summary>The checks in the order they report.</summary>
internal static class LintChecks
{
    public static IReadOnlyList<ILintCheck> All { get; } =
    [
        new MissingKeys(),
        new DuplicateKeys(),
        new UnknownTypes(),
        new MissingReferences(),
        new BrokenExpressions(),
        new CircularCalculations(),
        new UnreachablePages(),
        new UnboundedGrids(),
        new UnknownChecks(),
        new MissingSensitivity(),
    ];
}
