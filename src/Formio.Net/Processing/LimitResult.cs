using System.Text.Json.Nodes;
using Formio.Messages;

namespace Formio.Processing;

/// <summary>The verdict on input that is beyond a limit: nothing of it is kept.</summary>
internal static class LimitResult
{
    public static SubmissionResult Of(string problem, SubmissionContext context) => new()
    {
        Data = new JsonObject(),
        Errors =
        [
            new SubmissionError
            {
                RuleName = "limit",
                ErrorKey = problem,
                Message = MessageBook.For(context.Language, new FormCompileOptions()).Template(problem),
                Path = "",
                PathParts = [],
                Key = "",
                Label = "",
                HasLabel = false,
            },
        ],
        HiddenPaths = [],
        ClearedPaths = [],
        Trace = new PassTrace().Report([]),
    };
}
