using Formio.Forms;
using Formio.Messages;
using Formio.Processing;
using Formio.Rules;
using Formio.Values;

namespace Formio.Processors;

/// <summary>
/// Data sources: asks the host for the address, so that formulas see the answer. Without an answer nothing happens.
/// References (<c>reference</c> selects, data tables) are the host's to resolve before processing.
/// </summary>
internal static class Fetch
{
    public static void Process(ComponentVisit visit, SubmissionPass pass)
    {
        var component = visit.Component;
        if (component.Type != "datasource" || pass.Context.Lookups is not { } lookups) return;
        if (pass.Context.IsServer && !DataPath.Get(component.Json, "trigger.server").IsTruthy) return;
        var settings = component.Json["fetch"];
        var names = pass.Scripts.FieldNames(new RuleInput(visit, DataValue.Undefined, null, pass));
        var url = Template.Fill(DataPath.Member(settings, "url").AsString ?? "", names);
        if (url.Length == 0) return;

        var method = DataPath.Member(settings, "method").AsString?.ToUpperInvariant() ?? "GET";
        var body = method == "POST" ? pass.Scripts.EvaluateBody(component.Expressions.FetchBody, visit) : null;
        var answer = lookups.Fetch(new FetchQuestion(url, method, Headers(settings, names), body));
        if (answer is null) return;
        var value = DataReader.Read(answer.Body);
        if (DataPath.Member(settings, "mapFunction").IsTruthy)
            value = pass.Scripts.EvaluateMapping(component.Expressions.FetchMapping, visit, value);
        visit.SetValue(pass, value);
        pass.Fetched[visit.Path] = value;
        if (!visit.State.IsCleared) visit.State.IsMarked = true;
    }

    private static Dictionary<string, string> Headers(DataValue settings, DataObject names)
    {
        var headers = new Dictionary<string, string>();
        foreach (var header in DataPath.Member(settings, "headers").AsArray?.Items ?? [])
        {
            var value = Template.Fill(DataPath.Member(header, "value").AsString ?? "", names);
            if (value.Length > 0 && DataPath.Member(header, "key").AsString is { Length: > 0 } name) headers[name] = value;
        }

        return headers;
    }
}
