using System.Text.Json.Nodes;
using Formio.Forms;
using Formio.Values;

namespace Formio.Answers;

/// <summary>Walks a form's JSON and puts an answer wherever a person could write one.</summary>
internal sealed class Filling(AnswerRequest request)
{
    private const double OptionalShare = 0.6;
    private const int MostRowsDrawn = 2;
    private bool _hasSized;

    /// <summary>Switched off or out of sight by the designer: nobody can answer it.</summary>
    public static bool IsOff(JsonObject component) => AnswerSetting.Is(component, "disabled") || AnswerSetting.Is(component, "hidden");

    public void Fill(JsonNode? components, JsonObject data, string path)
    {
        foreach (var component in (components as JsonArray ?? []).OfType<JsonObject>())
        {
            var model = ModelTypes.Of(DataReader.Shallow(component));
            var key = AnswerSetting.Text(component, "key");
            if (AnswerSetting.Is(component, "hidden"))
                continue;
            if (!ModelTypes.HasData(model) || AnswerSetting.Text(component, "type") is null)
            {
                foreach (var children in FormOutline.ChildLists(component))
                    Fill(children, data, path);
            }
            else if (key is not null && Blanks.Place(data, key) is { } place)
            {
                FillOne(component, model, place.Holder, place.Name, path.Length == 0 ? key : $"{path}.{key}");
            }
        }
    }

    /// <summary>Puts another value where a rule refused the last.</summary>
    public void Put(JsonObject component, JsonObject data, IReadOnlyList<object> parts, string path, int attempt)
    {
        var answer = FieldAnswer.Make(component, new AnswerDice(request.Seed, path, attempt), request, must: true, attempt);
        if (answer.Value is { } value)
            Set(data, parts, value);
    }

    /// <summary>Adds a row to a grid that has too few, or takes one from a grid that has too many.</summary>
    public void Grow(JsonObject grid, JsonObject data, IReadOnlyList<object> parts, string path, int attempt)
    {
        var rows = Get(data, parts) as JsonArray;
        if (rows is null)
            Set(data, parts, rows = []);
        var most = AnswerSetting.Whole(grid, "validate", "maxLength");
        if (rows.Count > most)
        {
            rows.RemoveAt(rows.Count - 1);
            return;
        }

        var row = new JsonObject();
        rows.Add(row);
        Fill(grid["components"], row, FormAnswers.Row(path, rows.Count - 1 + (attempt * 1000)));
    }

    private void FillOne(JsonObject component, ModelType model, JsonObject holder, string name, string path)
    {
        if (AnswerSetting.Text(component, "type") is "button" or "hidden" or "address" or "tagpad" or "recaptcha" or "captcha")
            return;
        if (ModelTypes.IsRows(model))
        {
            FillRows(component, holder, name, path);
        }
        else if (ModelTypes.IsNested(model) && component["components"] is JsonArray)
        {
            if (holder[name] is not JsonObject inner)
                holder[name] = inner = [];
            if (model == ModelType.DataObject)
            {
                if (inner["data"] is not JsonObject data)
                    inner["data"] = data = [];
                inner = data;
            }

            Fill(component["components"], inner, path);
        }
        else if (Blanks.IsBlank(holder[name]) && !AnswerSetting.Is(component, "disabled") && component["calculateValue"] is not JsonValue)
        {
            var dice = new AnswerDice(request.Seed, path, 0);
            var must = AnswerSetting.Is(component, "validate", "required");
            if ((must || dice.Chance(OptionalShare)) && FieldAnswer.Make(component, dice, request, must, 0).Value is { } value)
                holder[name] = value;
        }
    }

    private void FillRows(JsonObject grid, JsonObject holder, string name, string path)
    {
        var least = Math.Max(1, AnswerSetting.Whole(grid, "validate", "minLength") ?? 1);
        var most = AnswerSetting.Whole(grid, "validate", "maxLength") ?? least + MostRowsDrawn;
        var rows = holder[name] as JsonArray;
        if (rows is null)
            holder[name] = rows = [];
        var count = rows.Count;
        if (request.Rows is { } wanted && !_hasSized && !path.Contains('.', StringComparison.Ordinal))
            count = Math.Clamp(wanted, least, Math.Max(least, most));
        else if (count == 0)
            count = (int)new AnswerDice(request.Seed, path, 0).Between(least, Math.Max(least, Math.Min(most, least + MostRowsDrawn)));
        _hasSized = true;
        while (rows.Count > count)
            rows.RemoveAt(rows.Count - 1);
        while (rows.Count < count)
            rows.Add(new JsonObject());
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i] is JsonObject row)
                Fill(grid["components"], row, FormAnswers.Row(path, i));
        }
    }

    private static JsonNode? Get(JsonObject data, IReadOnlyList<object> parts)
    {
        JsonNode? node = data;
        foreach (var part in parts)
            node = Step(node, part);
        return node;
    }

    private static void Set(JsonObject data, IReadOnlyList<object> parts, JsonNode value)
    {
        JsonNode? node = data;
        for (var i = 0; i < parts.Count - 1; i++)
        {
            var next = Step(node, parts[i]);
            if (next is null && node is JsonObject holder && parts[i] is string name)
                holder[name] = next = parts[i + 1] is string ? new JsonObject() : new JsonArray();
            node = next;
        }

        if (node is JsonObject map && parts[^1] is string last)
            map[last] = value;
        else if (node is JsonArray list && Index(parts[^1]) is { } index && index < list.Count)
            list[index] = value;
    }

    private static JsonNode? Step(JsonNode? node, object part) => node switch
    {
        JsonObject map when part is string name => map[name],
        JsonArray list when Index(part) is { } index && index < list.Count => list[index],
        _ => null,
    };

    private static int? Index(object part) => part switch
    {
        int index and >= 0 => index,
        long index and >= 0 and < int.MaxValue => (int)index,
        double index and >= 0 and < int.MaxValue => (int)index,
        _ => null,
    };
}
