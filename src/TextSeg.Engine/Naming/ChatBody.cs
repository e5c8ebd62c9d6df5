using System.Text.Json;
using Microsoft.Extensions.AI;

namespace TextSeg.Engine.Naming;

/// <summary>
/// Reads the body of an OpenAI-compatible answer. Servers differ in what they leave out and add (Ollama, vLLM and LM Studio give reasoning in fields of their own,
/// some no usage, some no reason for the end, some the content in parts): only the text of the first choice is needed, all else is taken where it is.
/// </summary>
internal static class ChatBody
{
    /// <exception cref="JsonException">It is no JSON, or holds no text of an assistant.</exception>
    public static ChatResponse Read(BinaryData body)
    {
        using var json = JsonDocument.Parse(body);
        var choice = Find(json.RootElement, "choices") is { ValueKind: JsonValueKind.Array } choices && choices.GetArrayLength() > 0 ? choices[0] : throw new JsonException("There is no choice.");
        var content = Find(choice, "message") is { } message ? Find(message, "content") : null;
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, Text(content)))
        {
            FinishReason = Find(choice, "finish_reason") is { ValueKind: JsonValueKind.String } reason ? new ChatFinishReason(reason.GetString()!) : null,
            Usage = Find(json.RootElement, "usage") is { ValueKind: JsonValueKind.Object } usage
                ? new UsageDetails { InputTokenCount = Count(usage, "prompt_tokens"), OutputTokenCount = Count(usage, "completion_tokens") }
                : null,
        };
    }

    /// <summary>A refusal has no content, which counts as an empty answer.</summary>
    private static string Text(JsonElement? content) => content switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { ValueKind: JsonValueKind.Array } parts => string.Concat(parts.EnumerateArray().Select(part => Find(part, "text") is { ValueKind: JsonValueKind.String } text ? text.GetString() : "")),
        { ValueKind: JsonValueKind.Null } => "",
        _ => throw new JsonException("The message has no content."),
    };

    private static long? Count(JsonElement usage, string name) => Find(usage, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var count) ? count : null;

    private static JsonElement? Find(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) ? found : null;
}
