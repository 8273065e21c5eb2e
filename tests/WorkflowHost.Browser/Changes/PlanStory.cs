using WorkflowHost.Browser.Product;

namespace WorkflowHost.Browser.Changes;

/// <summary>What stories about the plan have in common.</summary>
internal static class PlanStory
{
    /// <summary>Opens a centre with its form, chosen from the picker as it is now.</summary>
    public static async Task OpenCentreAsync(Wave wave, string site, string places, int count)
    {
        await using var general = await wave.VisitAsync("coordinacion-general");
        await general.Page.GotoAsync("/start/centro-apertura");
        await general.Field("centro").First.WaitForAsync();
        await general.ChooseAsync("centro", site);
        await general.AnswerAsync("responsable", "Encargada de prueba");
        await general.AnswerAsync(places, $"{count}");
        await general.AnswerAsync("sanitarios", "10");
        await general.SendAsync();
    }

    /// <summary>A healthy woman, pregnant for that many weeks, is assessed and sent to a shelter.</summary>
    public static async Task AssessAsync(Visitor nurse, int weeks)
    {
        await nurse.AnswerAsync("temperatura", "36.6");
        await nurse.AnswerAsync("frecuenciaCardiaca", "76");
        await nurse.AnswerAsync("frecuenciaRespiratoria", "16");
        await nurse.AnswerAsync("saturacion", "98");
        await nurse.PickAsync("estadoGeneral", "bueno");
        await nurse.PickAsync("embarazo", "si");
        await nurse.AnswerAsync("semanasEmbarazo", $"{weeks}");
        await nurse.PickAsync("riesgoRespiratorio", "no");
        await nurse.PickAsync("clasificacion", "azul");
        await nurse.PickAsync("segmentoSanitario", "embarazo");
        await nurse.PickAsync("destino", "albergue");
        await nurse.SendAsync();
    }
}
