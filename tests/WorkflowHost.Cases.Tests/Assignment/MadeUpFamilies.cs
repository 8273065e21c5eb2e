using System.Text.Json.Nodes;

namespace WorkflowHost.Cases.Tests.Assignment;

/// <summary>Families of the same kinds as those who came, from a seed.</summary>
public sealed class MadeUpFamilies(int seed)
{
    private readonly Random _random = new(seed);

    public IReadOnlyList<JsonObject> Next()
    {
        var size = _random.Next(10) < 4 ? 1 : _random.Next(1, 8);
        return [.. Enumerable.Range(0, size).Select(_ => Person())];
    }

    private JsonObject Person()
    {
        var sex = _random.Next(20) switch { 0 => "otro", < 11 => "mujer", _ => "hombre" };
        var person = new JsonObject { ["sexo"] = sex };
        if (_random.Next(40) > 0)
            person["edad"] = _random.Next(5) == 0 ? _random.Next(16, 20) : _random.Next(0, 80);
        if (_random.Next(3) > 0)
            person["riesgoRespiratorio"] = _random.Next(25) == 0;
        if (sex == "mujer" && _random.Next(8) == 0)
        {
            person["embarazo"] = true;
            person["semanasEmbarazo"] = _random.Next(4, 41);
        }

        if (_random.Next(6) == 0)
            person["cronicas"] = _random.Next(3) == 0 ? new JsonArray() : new JsonArray("diabetes");
        return person;
    }
}
