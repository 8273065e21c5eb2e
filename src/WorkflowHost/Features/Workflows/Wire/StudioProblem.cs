namespace WorkflowHost.Features.Workflows.Wire;

/// <summary>
/// The one error shape Studio shows. It retries every 5xx three times over fourteen seconds and then dies, and it dies
/// at once of 403, 409 and 422: what a person should read is a 400.
/// </summary>
public sealed record StudioProblem(int StatusCode, string Message, IReadOnlyDictionary<string, IReadOnlyList<string>> Errors)
{
    public static IResult BadRequest(params IReadOnlyList<string> messages) => Results.Json(
        new StudioProblem(
            StatusCodes.Status400BadRequest,
            "No se pudo completar.",
            new Dictionary<string, IReadOnlyList<string>> { ["generalErrors"] = messages }),
        StudioJson.Options,
        statusCode: StatusCodes.Status400BadRequest);
}
