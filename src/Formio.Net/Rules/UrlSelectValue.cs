using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>The address of a select knows the value; an address that cannot be reached accepts it. Servers only.</summary>
internal sealed class UrlSelectValue : Rule
{
    public override bool Concerns(CompiledComponent component) =>
        component.Type == "select"
        && component.Text("dataSrc") == "url"
        && component.Validate["select"].ToString() is "true" or "1"
        && DataPath.Get(component.Json, "data.url").IsTruthy
        && component.Json["searchField"].IsTruthy;

    public override RuleFailure? Check(in RuleInput input)
    {
        if (!input.Pass.Context.IsServer || !input.Value.IsTruthy || IsEmpty(input.Value)) return null;
        if (SelectUrl.For(input) is not { } question) return null;
        var answer = input.Pass.Context.Lookups?.Fetch(question);
        if (answer is null || answer.Status is < 200 or > 299) return null;
        var body = DataReader.Read(answer.Body);
        var knows = body.AsArray is { } items ? items.Count > 0 : body.IsTruthy && body.AsObject is not { Count: 0 };
        return knows ? null : new RuleFailure("select");
    }

    private static bool IsEmpty(DataValue value) => value.IsContainer && Emptiness.IsEmptyCollection(value);
}
