using WorkflowHost.Browser.Product;

namespace WorkflowHost.Browser.Stories;

/// <summary>Fills the open medical assessment as the nurse does: a healthy person who goes on to a shelter.</summary>
internal static class Assessment
{
    public static async Task AssessAsync(Visitor nurse)
    {
        await nurse.AnswerAsync("temperatura", "36.6");
        await nurse.AnswerAsync("frecuenciaCardiaca", "76");
        await nurse.AnswerAsync("frecuenciaRespiratoria", "16");
        await nurse.AnswerAsync("saturacion", "98");
        await nurse.PickAsync("estadoGeneral", "bueno");
        await nurse.PickAsync("embarazo", "no");
        await nurse.PickAsync("riesgoRespiratorio", "no");
        await nurse.PickAsync("clasificacion", "azul");
        await nurse.PickAsync("segmentoSanitario", "general");
        await nurse.PickAsync("destino", "albergue");
        await nurse.SendAsync();
    }
}
