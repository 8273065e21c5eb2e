using WorkflowHost.Browser.Product;

namespace WorkflowHost.Browser.Stories;

/// <summary>Fills the intake form as the registrar at the door does: one woman, travelling alone, without documents.</summary>
internal static class Registration
{
    public static async Task RegisterAsync(Visitor registrar, string name, string surname)
    {
        await registrar.Page.GotoAsync("/start/registro");
        await registrar.Field("avisoLeido").WaitForAsync();
        await registrar.TickAsync("avisoLeido");
        await registrar.TickAsync("consentimiento");
        await registrar.NextPageAsync();

        await registrar.AnswerAsync("apellidosFamilia", surname);
        await registrar.AnswerDayAsync("fechaLlegada", 20, 11, 2025);
        await registrar.ChooseAsync("paisProcedencia", "HT");
        await registrar.NextPageAsync();

        await registrar.AnswerAsync("miembros][0][nombre", name);
        await registrar.AnswerAsync("miembros][0][apellidos", surname);
        await registrar.PickAsync("miembros][0][sexo", "mujer");
        await registrar.ChooseAsync("miembros][0][parentesco", "jefatura");
        await registrar.AnswerDayAsync("fechaNacimiento", 3, 5, 1990);
        await registrar.NextPageAsync();

        await registrar.Field("observaciones").WaitForAsync();
        await registrar.SendAsync();
    }
}
