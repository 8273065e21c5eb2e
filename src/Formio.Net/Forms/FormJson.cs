using System.Text.Encodings.Web;
using System.Text.Json;

namespace Formio.Forms;

internal static class FormJson
{
    /// <summary>Spanish and Creole text stays readable in exported forms.</summary>
    public static JsonSerializerOptions Relaxed { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
