using System.Text.Json.Nodes;

namespace WorkflowHost.Cases.Files;

/// <summary>JSON merge patch, RFC 7396: members replace, null removes, objects merge.</summary>
public static class MergePatch
{
    /// <summary>Changes the target in place; the patch is left as it is.</summary>
    public static void Apply(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is null)
                target.Remove(name);
            else if (value is JsonObject inner && target[name] is JsonObject existing)
                Apply(existing, inner);
            else if (value is JsonObject added)
                Apply(Put(target, name), added);
            else
                target[name] = value.DeepClone();
        }
    }

    private static JsonObject Put(JsonObject target, string name)
    {
        var child = new JsonObject();
        target[name] = child;
        return child;
    }
}
