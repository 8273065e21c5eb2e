namespace WorkflowHost.Running.Versions;

/// <summary>Why an instance would not, or did not, move.</summary>
/// <param name="Code">A code of <see cref="Engine.Versions.MoveProblem"/> or one of the constants here.</param>
/// <param name="Step">Display name of the step it is about; empty when it is about the whole instance.</param>
/// <param name="Detail">A form, an outcome or a variable; null when there is nothing to add.</param>
public sealed record MigrationReason(string Code, string Step, string? Detail = null)
{
    /// <summary>Somebody has a task open at a step that is not in the new version.</summary>
    public const string TaskLost = "task.lost";

    /// <summary>The form of the open task, or of its step in the new version, is not there any more.</summary>
    public const string FormVanished = "form.vanished";

    /// <summary>The step of the open task asks for another form in the new version.</summary>
    public const string FormChanged = "form.changed";

    /// <summary>The open task offers a decision after which the new version does not go on.</summary>
    public const string OutcomeVanished = "outcome.vanished";

    /// <summary>A variable with a value is not in the new version.</summary>
    public const string AnswerLost = "answer.lost";

    /// <summary>The version it runs on is not stored any more.</summary>
    public const string VersionGone = "version.gone";
}
