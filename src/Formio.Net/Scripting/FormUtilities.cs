using JsExpressions;

namespace Formio.Scripting;

/// <summary>
/// The part of form.io core's <c>Utils</c> that forms use, as a script: walking and finding components, reading values,
/// numbers and texts.
/// </summary>
internal static class FormUtilities
{
    private static readonly JsScript Source = JsScript.ParseBody(Resource());

    public static JsValue Make(JsRun run) => Source.Evaluate(run, new JsScope());

    private static string Resource()
    {
        using var stream = typeof(FormUtilities).Assembly.GetManifestResourceStream("Formio.Scripting.utils.js")
            ?? throw new InvalidOperationException("utils.js is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
