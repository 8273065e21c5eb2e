using Formio.Messages;
using Formio.Rules;
using Formio.Values;

namespace Formio.Processing;

/// <summary>The errors of a submission: one per message and path, at most as many as the limits allow.</summary>
internal sealed class ErrorList(SubmissionPass pass)
{
    private readonly List<SubmissionError> _errors = [];
    private readonly List<SubmissionError> _warnings = [];
    private readonly HashSet<(string Key, string Path)> _seen = [];

    public IReadOnlyList<SubmissionError> Warnings => _warnings;

    public IReadOnlyList<SubmissionError> Report() => _errors;

    /// <summary>Notes what looks wrong and is accepted all the same.</summary>
    /// <param name="check">Name of the check.</param>
    /// <param name="key">Its message.</param>
    /// <param name="input">What it looked at.</param>
    public void Warn(string check, string key, in RuleInput input)
    {
        if (_warnings.Count >= pass.Context.Limits.MaxErrors || !_seen.Add((key, input.Visit.Path))) return;
        _warnings.Add(new SubmissionError
        {
            Level = "warning",
            RuleName = check,
            ErrorKey = key,
            Message = Template.Fill(pass.Messages.Template(key), Names(new RuleFailure(key, check), input, hasLabel: true)),
            Path = input.Visit.Path,
            PathParts = ErrorPath.Parts(input.Visit.Path),
            Key = input.Component.Key,
            Label = FirstText(input.Component.Json, "label", "placeholder", "key"),
            Index = input.Index,
            Value = DataWriter.ToNode(input.Value),
        });
    }

    public void Add(RuleFailure failure, in RuleInput input)
    {
        var component = input.Component;
        var customMessage = component.Validate["customMessage"];
        var key = customMessage.IsTruthy ? customMessage.ToString() : failure.ErrorKey;
        var identity = customMessage.IsTruthy ? key : DataWriter.Stringify(failure.RawKey) ?? key;
        if (_errors.Count >= pass.Context.Limits.MaxErrors || !_seen.Add((identity, input.Visit.Path))) return;

        var hasLabel = failure.HasLabel && !customMessage.IsTruthy;
        var ownText = component.Json["errors"].AsObject?[key].AsString;
        var template = string.IsNullOrEmpty(ownText) ? pass.Messages.Template(key) : pass.Messages.Text(ownText);
        _errors.Add(new SubmissionError
        {
            RuleName = failure.RuleName ?? failure.ErrorKey,
            ErrorKey = key,
            ErrorKeyNode = customMessage.IsTruthy
                ? customMessage.IsString ? null : DataWriter.ToNode(customMessage)
                : DataWriter.ToNode(failure.RawKey),
            Message = Template.Fill(template, Names(failure, input, hasLabel)),
            Path = input.Visit.Path,
            PathParts = ErrorPath.Parts(input.Visit.Path),
            Key = component.Key,
            Label = FirstText(component.Json, "label", "placeholder", "key"),
            HasLabel = hasLabel,
            Index = input.Index,
            Setting = IsPrivate(failure, input) ? "" : DataWriter.ToNode(failure.Setting),
            Value = DataWriter.ToNode(input.Value),
        });
    }

    private static bool IsPrivate(RuleFailure failure, in RuleInput input) =>
        failure.RuleName == "custom" && input.Component.Validate["customPrivate"].IsTruthy;

    private DataObject Names(RuleFailure failure, in RuleInput input, bool hasLabel)
    {
        var names = new DataObject
        {
            ["field"] = Field(input),
            ["component"] = input.Component.Json,
            ["path"] = input.Visit.Path,
            ["value"] = input.Value,
            ["hasLabel"] = hasLabel,
            ["setting"] = failure.Setting,
        };
        if (input.Index is { } index) names["index"] = index;
        if (failure.Word is { } word) names[word.Name] = word.Value;
        if (failure.RuleName == "pattern") names["regex"] = failure.Setting;
        return names;
    }

    private string Field(in RuleInput input)
    {
        var text = pass.Messages.Text(FirstText(input.Component.Json, "errorLabel", "label", "placeholder", "key"));
        return text.Contains("{{", StringComparison.Ordinal) ? Template.Fill(text, pass.Scripts.FieldNames(input)) : text;
    }

    private static string FirstText(DataObject json, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (json[name].IsTruthy) return json[name].ToString();
        }

        return "undefined";
    }
}
