using System.Globalization;
using System.Text.Json.Nodes;
using Formio.Forms;

namespace Formio.Answers;

/// <summary>
/// Makes up answers a form accepts: fills what a person could fill, lets the form judge, and mends what it refuses until
/// nothing is refused or nothing helps any more. Stateless and thread-safe.
/// </summary>
public sealed class FormAnswers(SubmissionProcessor processor)
{
    private const int MaxRounds = 14;

    /// <summary>Answers for the form, or as far as they go and what could not be filled.</summary>
    public AnsweredForm Fill(CompiledForm form, AnswerRequest request)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(request);
        var data = (JsonObject)request.Begun.DeepClone();
        var filling = new Filling(request);
        filling.Fill(form.Definition.Json["components"], data, "");
        var known = form.Components.GroupBy(one => one.Path).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var tries = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var round = 0; ; round++)
        {
            var result = processor.Process(form, data, request.Context);
            if (result.IsValid)
                return new AnsweredForm(data, []); // as judged: what the form makes of them is judged anew when they are sent
            // A limit names no field that another value would help.
            if (round == MaxRounds || result.Errors.All(error => error.RuleName == "limit"))
                return new AnsweredForm(data, [.. result.Errors.Select(error => Unfilled(error, known))]);
            // What was hidden and dropped by the form must not come back with the next try.
            data = (JsonObject)result.Data.DeepClone();
            foreach (var error in result.Errors)
                Mend(filling, data, error, known, tries);
        }
    }

    private static void Mend(
        Filling filling, JsonObject data, SubmissionError error, Dictionary<string, FormComponent> known, Dictionary<string, int> tries)
    {
        if (Find(error, known) is not { } component || Filling.IsOff(component.Json))
            return;
        var attempt = tries[error.Path] = tries.GetValueOrDefault(error.Path) + 1;
        if (!component.IsRepeated)
        {
            filling.Put(component.Json, data, error.PathParts, error.Path, attempt);
            return;
        }

        // Of a repeating field the whole is given anew; of a grid the rows that are missing.
        var parts = error.PathParts.TakeWhile((_, index) => index < error.PathParts.Count - (error.PathParts[^1] is string ? 0 : 1)).ToList();
        if (component.HasData && component.Json["components"] is not JsonArray)
            filling.Put(component.Json, data, parts, error.Path, attempt);
        else
            filling.Grow(component.Json, data, parts, error.Path, attempt);
    }

    private static FormComponent? Find(SubmissionError error, Dictionary<string, FormComponent> known) =>
        known.GetValueOrDefault(string.Join('.', error.PathParts.OfType<string>()))
        ?? known.Values.FirstOrDefault(one => one.Key == error.Key && one.HasData);

    private static UnfilledField Unfilled(SubmissionError error, Dictionary<string, FormComponent> known)
    {
        var component = Find(error, known);
        var reason = component is null ? UnfilledReason.Refused
            : Filling.IsOff(component.Json) ? UnfilledReason.NotEditable
            : component.Json["components"] is JsonArray ? UnfilledReason.Refused
            : FieldAnswer.Make(component.Json, new AnswerDice(0, error.Path, 1), new AnswerRequest { Seed = 0 }, must: true, 1) is { Value: null } none
                ? none.Reason
                : UnfilledReason.Refused;
        return new UnfilledField(error.Path, error.Label, error.RuleName, error.Message, reason);
    }

    internal static string Row(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
}
