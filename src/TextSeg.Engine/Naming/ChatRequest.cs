using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace TextSeg.Engine.Naming;

/// <summary>Writes the body of an OpenAI-compatible question: the fields that all servers know, and no others.</summary>
internal static class ChatRequest
{
    public static BinaryData Write(string model, IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var body = new JsonObject
        {
            ["model"] = model,
            ["messages"] = new JsonArray([.. messages.Select(message => (JsonNode)new JsonObject { ["role"] = message.Role.Value, ["content"] = message.Text })]),
        };
        if (options?.MaxOutputTokens is { } most)
        {
            body["max_completion_tokens"] = most;
        }

        if (options?.Temperature is { } temperature)
        {
            body["temperature"] = temperature;
        }

        if (options?.ResponseFormat is ChatResponseFormatJson { Schema: { } schema } json)
        {
            body["response_format"] = new JsonObject
            {
                ["type"] = "json_schema",
                ["json_schema"] = new JsonObject { ["name"] = json.SchemaName ?? "answer", ["strict"] = true, ["schema"] = JsonNode.Parse(schema.GetRawText()) },
            };
        }

        return BinaryData.FromString(body.ToJsonString());
    }
}
