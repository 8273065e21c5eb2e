using System.Text.RegularExpressions;
using WorkflowHost.Content;

namespace WorkflowHost.Features.Workflows.Definitions;

/// <summary>The content check speaks English, as its command does; the designer's screens are Spanish.</summary>
public static partial class PublicationWords
{
    private static readonly Dictionary<string, string> ByCode = new()
    {
        ["form.unknown"] = "No hay un formulario publicado «{0}».",
        ["role.unknown"] = "No existe el rol «{0}».",
        ["site.unknown"] = "No existe la sede «{0}».",
        ["segment.unknown"] = "No existe el segmento «{0}».",
        ["case type.unknown"] = "No existe el tipo de expediente «{0}».",
        ["link kind.unknown"] = "No existe el vínculo «{0}».",
        ["partner.unknown"] = "No existe la institución «{0}».",
        ["event.unknown"] = "El plan no tiene el evento «{0}».",
        ["fact type.unknown"] = "No existe el tipo de hecho «{0}».",
        ["state.unknown"] = "No existe el estado «{0}».",
        ["workflow.unknown"] = "No hay un proceso publicado «{0}».",
        ["role.sensitivity"] = "El rol «{0}» no puede leer «{1}», y así es el formulario «{2}».",
        ["form.no_decision"] = "El formulario «{0}» no decide nada: ninguna salida se tomaría.",
    };

    public static string Of(ContentMistake mistake)
    {
        if (!ByCode.TryGetValue(mistake.Code, out var words))
            return mistake.Message;
        var named = Quoted().Matches(mistake.Message);
        for (var i = 0; i < named.Count; i++)
            words = words.Replace($"{{{i}}}", named[i].Groups[1].Value, StringComparison.Ordinal);
        return words;
    }

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();
}
