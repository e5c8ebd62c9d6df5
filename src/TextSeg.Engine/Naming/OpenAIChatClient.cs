using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace TextSeg.Engine.Naming;

/// <summary>
/// The official OpenAI package as an <see cref="IChatClient"/>: text in, text out. It carries questions and answers; what stands in them is written and read here, as other
/// endpoints that speak the same language (Ollama, vLLM, LM Studio …) leave out fields that the package requires. It asks once and never repeats: waiting and repeating are the caller's.
/// </summary>
public sealed class OpenAIChatClient : IChatClient
{
    private const string NoKey = "none";
    private readonly ChatClient _client;
    private readonly string _model;
    private readonly ChatClientMetadata _metadata;

    /// <param name="address">The endpoint with its version, for example <c>http://localhost:11434/v1</c>.</param>
    /// <param name="model">The model's name there.</param>
    /// <param name="key">Its key; null where it asks for none.</param>
    public OpenAIChatClient(Uri address, string model, string? key)
    {
        var options = new OpenAIClientOptions { Endpoint = address, RetryPolicy = new ClientRetryPolicy(maxRetries: 0), NetworkTimeout = Timeout.InfiniteTimeSpan };
        _client = new ChatClient(model, new ApiKeyCredential(string.IsNullOrEmpty(key) ? NoKey : key), options);
        _model = model;
        _metadata = new ChatClientMetadata("openai-compatible", address, model);
    }

    /// <inheritdoc/>
    /// <exception cref="ChatException">The endpoint cannot be reached, refuses, or answers with something that is no answer.</exception>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            var body = ChatRequest.Write(_model, messages, options);
            var answer = await _client.CompleteChatAsync(BinaryContent.Create(body), new RequestOptions { CancellationToken = cancellationToken });
            return ChatBody.Read(answer.GetRawResponse().Content);
        }
        catch (ClientResultException refusal)
        {
            throw Refusal(refusal);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw ChatException.OfStatus(0, null);
        }
        catch (Exception fault) when (fault is JsonException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw new ChatException("The chat endpoint answered with something that is no chat answer.");
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null : serviceType == typeof(ChatClientMetadata) ? _metadata : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    // The exception's own message may quote the answer's body, so it is not passed on.
    private static ChatException Refusal(ClientResultException refusal)
    {
        var wait = refusal.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var text) == true
            && double.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds >= 0 ? TimeSpan.FromSeconds(Math.Min(seconds, 86_400)) : (TimeSpan?)null;
        return ChatException.OfStatus(refusal.Status, wait);
    }
}
