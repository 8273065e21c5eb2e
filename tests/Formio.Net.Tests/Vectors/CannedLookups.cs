using System.Text.Json;
using System.Text.Json.Nodes;

namespace Formio.Tests.Vectors;

/// <summary>The answers written in a vector.</summary>
public sealed class CannedLookups(JsonObject io) : ISubmissionLookups
{
    public UniqueAnswer IsUnique(LookupQuestion question)
    {
        if (io["unique"] is not JsonObject answers || !answers.ContainsKey(question.Path)) return new UniqueAnswer(true);
        var answer = answers[question.Path];
        return answer?.GetValueKind() switch
        {
            JsonValueKind.True => new UniqueAnswer(true),
            JsonValueKind.String => new UniqueAnswer(false, answer.ToString()),
            _ => new UniqueAnswer(false),
        };
    }

    public bool ResourceHolds(LookupQuestion question) =>
        io["resourceSelect"]?[question.Path]?.GetValue<bool>() ?? true;

    public FetchAnswer? Fetch(FetchQuestion question)
    {
        if (io["fetch"] is not JsonObject answers || answers[question.Url] is not JsonObject answer) return null;
        return new FetchAnswer(answer["status"]?.GetValue<int>() ?? 200, answer["body"]);
    }
}
