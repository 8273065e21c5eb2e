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
        ["unknown-activity"] = "Este tipo de actividad no existe en este programa.",
        ["loop-without-body"] = "El ciclo no tiene pasos dentro y no terminaría nunca.",
        ["unknown-variable"] = "Usa una variable que el proceso no tiene. Créela en la pestaña de variables o corrija el nombre.",
        ["arrow-from-unknown-outcome"] = "Una flecha sale de «{0}», que no es una salida de este paso: nunca se tomaría.",
        ["endless-loop"] = "Las flechas forman un círculo sin ninguna espera: el proceso giraría sin fin.",
        ["join-waits-forever"] = "Esta unión espera ramas que no siempre llegan: el proceso se quedaría detenido.",
        ["merge-runs-twice"] = "Aquí se juntan ramas que avanzan a la vez: lo que sigue se haría dos veces. Ponga una unión.",
        ["bad-cron"] = "La expresión de calendario no se entiende.",
        ["bad-duration"] = "La duración no se entiende. Escriba, por ejemplo, 2.00:00:00 o P2D.",
        ["unknown-expression-type"] = "La expresión es de un tipo que este programa no evalúa.",
        ["variable-lost-by-wait"] = "Lee después de una espera una variable sin almacenamiento: su valor se habrá perdido. Elija «Workflow Instance».",
        ["input-lost-by-wait"] = "Lee después de una espera una entrada sin almacenamiento: su valor se habrá perdido. Elija «Workflow Instance».",
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
