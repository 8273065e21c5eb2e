namespace Formio.Lint;

/// <summary>The checks in the order they report.</summary>
internal static class LintChecks
{
    public static IReadOnlyList<ILintCheck> All { get; } =
    [
        new DuplicateKeys(),
    ];
}
