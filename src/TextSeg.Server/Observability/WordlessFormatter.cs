using System.Buffers;
using System.Data.Common;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace TextSeg.Server.Observability;

/// <summary>
/// Writes each entry of the log as one line of JSON with the ids of its trace. Of an exception it writes the kinds, codes and places, never the message: messages of libraries quote
/// what they could not read, and that may be a text, a name or a secret.
/// </summary>
internal sealed class WordlessFormatter(TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "wordless";
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("time", clock.GetUtcNow());
            json.WriteString("level", logEntry.LogLevel.ToString());
            json.WriteString("category", logEntry.Category);
            json.WriteString("message", logEntry.Formatter(logEntry.State, null));
            if (Activity.Current is { } activity)
            {
                json.WriteString("trace", activity.TraceId.ToHexString());
                json.WriteString("span", activity.SpanId.ToHexString());
            }

            WriteFault(json, logEntry.Exception);
            json.WriteEndObject();
        }

        textWriter.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void WriteFault(Utf8JsonWriter json, Exception? fault)
    {
        if (fault is null)
        {
            return;
        }

        json.WriteStartArray("fault");
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            json.WriteStartObject();
            json.WriteString("kind", cause.GetType().FullName);
            json.WriteString("code", cause is DbException { SqlState: { } state } ? state : $"0x{cause.HResult:X8}");
            json.WriteString("at", cause.StackTrace);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
