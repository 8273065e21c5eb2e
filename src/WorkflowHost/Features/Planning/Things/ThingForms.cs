using System.Text.Json.Nodes;

namespace WorkflowHost.Features.Planning.Things;

/// <summary>Which fields of a page belong to which member of plan.json.</summary>
public static class ThingForms
{
    public static void Role(PlanForm form, JsonObject role)
    {
        form.PutTexts(role, "title");
        form.PutWords(role, "permissions");
        form.PutWords(role, "sensitivity");
        form.PutWords(role, "alsoAs");
        form.PutFlag(role, "allSites");
    }

    public static void FactType(PlanForm form, JsonObject type) => form.PutTexts(type, "title");

    public static void LinkKind(PlanForm form, JsonObject kind)
    {
        form.PutTexts(kind, "title");
        form.PutText(kind, "from");
        form.PutText(kind, "to");
        form.PutLines(kind, "roles");
    }

    public static void Partner(PlanForm form, JsonObject partner)
    {
        form.PutTexts(partner, "title");
        form.PutText(partner, "kind");
        form.PutLines(partner, "services");
        form.PutText(partner, "contact");
        form.PutText(partner, "source");
    }

    public static void CaseType(PlanForm form, JsonObject type)
    {
        form.PutTexts(type, "title");
        form.PutTexts(type, "plural");
        form.PutText(type, "folioPrefix");
        form.PutText(type, "titleTemplate");
        form.PutLists(type, "identity");
        form.PutLines(type, "search");
        form.PutLines(type, "lookup");
        form.PutRows(type, "states", (row, state) =>
        {
            row.PutText(state, "key");
            row.PutTexts(state, "title");
            row.PutFlag(state, "open", usual: true);
        });
        form.PutText(type, "initialState");
        form.PutRows(type, "fields", (row, field) =>
        {
            row.PutText(field, "key");
            row.PutTexts(field, "label");
            row.PutWord(field, "type", "text");
            row.PutText(field, "catalog");
            row.PutWord(field, "sensitivity", "general");
        });
    }

    public static void Indicator(PlanForm form, JsonObject indicator)
    {
        form.PutTexts(indicator, "title");
        form.PutTexts(indicator, "description");
        form.PutText(indicator, "fact");
        form.PutWord(indicator, "measure", "count");
        form.PutText(indicator, "uniqueBy");
        form.PutRows(indicator, "where", (row, test) =>
        {
            row.PutText(test, "field");
            row.PutWord(test, "is", "");
            Values(row, test);
        });
        form.PutText(indicator, "filter");
        form.PutText(indicator, "since");
        form.PutText(indicator, "until");
        form.PutNumber(indicator, "target");
        form.PutWord(indicator, "evidence", "case");
    }

    // One value, or several between commas where the test takes several; no value where it takes none.
    private static void Values(PlanForm row, JsonObject test)
    {
        test.Remove("value");
        var takes = (string?)test["is"];
        if (takes is "yes" or "no" or "filled" or "empty" || row.Text("value") is not { } text)
            return;
        var values = takes is "anyOf" or "noneOf" ? text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [text];
        var nodes = values.Select(value => (JsonNode)(decimal.TryParse(value, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : JsonValue.Create(value))).ToArray();
        test["value"] = nodes.Length == 1 ? nodes[0] : new JsonArray(nodes);
    }
}
