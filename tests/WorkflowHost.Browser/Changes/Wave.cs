using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using WorkflowHost.Browser.Product;

namespace WorkflowHost.Browser.Changes;

/// <summary>
/// A wave that goes on while the plan is changed: a centre is open and a family is registered every few seconds, from the
/// first story to the last. When the stories are over, no registration may have been refused and the product must be the
/// process that was started: whatever the stories changed, they changed under people who kept on working.
/// Stories must therefore not make the intake stricter for those who do not know of it (a new question is optional).
/// </summary>
public sealed class Wave : IAsyncLifetime
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(3);

    private readonly Product.Product _product = new();
    private readonly TaskCompletionSource _over = new();
    private readonly ConcurrentQueue<string> _refusals = new();
    private Task _arrivals = Task.CompletedTask;
    private int _families;

    public async Task InitializeAsync()
    {
        await _product.InitializeAsync();
        using (var general = await _product.CallAsync("coordinacion-general"))
        {
            (await general.StartAsync("centro-apertura", Centre())).ShouldBeNull();
        }

        _arrivals = ArriveAsync();
    }

    /// <summary>How many families were registered so far.</summary>
    public int Families => _families;

    /// <summary>A person who has signed in as the demo account of a role.</summary>
    public Task<Visitor> VisitAsync(string role, int width = 1366, int height = 900) => _product.VisitAsync(role, width, height);

    /// <summary>A browser that nobody has signed in with.</summary>
    public Task<Visitor> ComeAsync(int width = 1366, int height = 900) => _product.ComeAsync(width, height);

    /// <summary>A program that has signed in as the demo account of a role.</summary>
    public Task<Caller> CallAsync(string role) => _product.CallAsync(role);

    /// <summary>A family of one adult woman, as the door would send it. Change what the story is about.</summary>
    public static JsonObject Family(string name, string surname) => new()
    {
        ["idioma"] = "es",
        ["avisoLeido"] = true,
        ["consentimiento"] = true,
        ["compartirDatos"] = true,
        ["apellidosFamilia"] = surname,
        ["fechaLlegada"] = "20/11/2025",
        ["medioLlegada"] = "autobus",
        ["paisProcedencia"] = "HT",
        ["miembros"] = new JsonArray(new JsonObject
        {
            ["nombre"] = name,
            ["apellidos"] = surname,
            ["sexo"] = "mujer",
            ["parentesco"] = "jefatura",
            ["fechaNacimiento"] = "03/05/1990",
        }),
    };

    public async Task DisposeAsync()
    {
        _over.SetResult();
        await _arrivals;
        var (hasStopped, output) = (_product.HasStopped, _product.Output);
        await _product.DisposeAsync();
        hasStopped.ShouldBeFalse(output);
        _refusals.ShouldBeEmpty();
        _families.ShouldBeGreaterThan(0);
    }

    private async Task ArriveAsync()
    {
        using var registrar = await _product.CallAsync("registro");
        while (!_over.Task.IsCompleted)
        {
            var number = Interlocked.Increment(ref _families);
            if (await registrar.StartAsync("registro", Family($"Persona {number}", $"Delaola {number}")) is { } refusal)
            {
                _refusals.Enqueue($"family {number}: {refusal}");
            }

            await Task.WhenAny(Task.Delay(Pace), _over.Task);
        }
    }

    private static JsonObject Centre() => new()
    {
        ["centro"] = "crea",
        ["responsable"] = "Encargada de prueba",
        ["lugaresFamilias"] = 200,
        ["lugaresEmbarazadas"] = 50,
        ["lugaresCronicos"] = 50,
        ["lugaresRespiratorio"] = 50,
        ["lugaresParejas"] = 50,
        ["lugaresMujeres"] = 400,
        ["lugaresHombres"] = 50,
        ["sanitarios"] = 60,
    };
}

[CollectionDefinition(Name)]
public sealed class WaveCollection : ICollectionFixture<Wave>
{
    public const string Name = "wave";
}
