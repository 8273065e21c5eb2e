using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using WorkflowHost.Engine;

namespace WorkflowHost.Data;

/// <summary>
/// Values as packed JSON, written without ever being a text in between: on the hot path that text would be most of the
/// memory a burst allocates.
/// </summary>
internal static class PackedJson
{
    private const int KeptSizeInBytes = 256 * 1024;

    private static readonly JsonWriterOptions Writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _text;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>A list of the engine's records.</summary>
    public static byte[] Of<T>(IReadOnlyList<T> records) =>
        Write(records, static (json, list) => JsonSerializer.Serialize(json, list, EngineJson.Options));

    /// <summary>The engine's state.</summary>
    public static byte[] Of(WorkflowState state) => Write(state, static (json, value) => value.WriteTo(json));

    private static byte[] Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var text = _text ??= new ArrayBufferWriter<byte>(4096);
        var json = _writer ??= new Utf8JsonWriter(text, Writing);
        text.ResetWrittenCount();
        json.Reset(text);
        write(json, value);
        json.Flush();
        var packed = PackedText.Pack(text.WrittenSpan);
        if (text.Capacity > KeptSizeInBytes)
            (_text, _writer) = (null, null); // one huge state must not be kept by every thread
        return packed;
    }
}
