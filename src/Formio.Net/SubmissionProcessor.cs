using System.Text.Json.Nodes;
using Formio.Processing;
using Formio.Values;
using JsExpressions;

namespace Formio;

/// <summary>
/// Judges submissions: the one pass of form.io's server (≥ 4.5) over a compiled form. Stateless and thread-safe.
/// </summary>
public sealed class SubmissionProcessor
{
    /// <summary>Processes submitted data; the given object is not changed.</summary>
    /// <param name="form">The form version the person filled.</param>
    /// <param name="data">The <c>data</c> member of the submission.</param>
    /// <param name="context">Language, clock, zone, limits, lookups.</param>
    /// <returns>The data to store and all errors; input beyond a limit gives one error with rule <c>limit</c>.</returns>
#pragma warning disable CA1822 // an instance so that hosts can inject and later configure it
    public SubmissionResult Process(CompiledForm form, JsonObject data, SubmissionContext context)
#pragma warning restore CA1822
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);

        var reading = DataReader.Read(data, context.Limits);
        if (reading.Problem is { } problem) return LimitResult.Of(problem, context);
        try
        {
            return new SubmissionPass(form, reading.Data, context).Run();
        }
        catch (JsBudgetExceededException)
        {
            return LimitResult.Of("budget", context);
        }
    }
}
