using System.Text.Json;
using Microsoft.Extensions.AI;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using TextSeg.Mining.Naming;

namespace TextSeg.Engine.Naming;

/// <summary>Puts questions to a chat endpoint: each within its time, again after a while where it fails, and never beyond the run's budget.</summary>
internal sealed class ChatCalls
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private static readonly JsonElement Schema = JsonDocument.Parse(NamingPrompt.AnswerSchema).RootElement.Clone();

    private readonly IChatClient _client;
    private readonly ChatNamerOptions _options;
    private readonly ChatUsage _usage;
    private readonly ResiliencePipeline _pipeline;
    private bool _plain;

    public ChatCalls(IChatClient client, ChatNamerOptions options, ChatUsage usage, TimeProvider clock)
    {
        (_client, _options, _usage) = (client, options, usage);
        var builder = new ResiliencePipelineBuilder { TimeProvider = clock };
        if (options.Attempts > 1)
        {
            builder.AddRetry(Retry(options));
        }

        _pipeline = builder.AddTimeout(new TimeoutStrategyOptions { Timeout = options.Timeout }).Build();
    }

    /// <summary>The whole answer.</summary>
    /// <exception cref="ChatException">There is none: after all attempts, or because the budget is used up.</exception>
    public async Task<string> AskAsync(NamingPrompt prompt, CancellationToken cancellation)
    {
        try
        {
            var response = await _pipeline.ExecuteAsync(async token => await AskOnceAsync(prompt, token), cancellation);
            return response.FinishReason == ChatFinishReason.Length
                ? throw new ChatException("The chat model's answer was cut off: it needed more tokens than one answer may have.")
                : string.IsNullOrWhiteSpace(response.Text) ? throw new ChatException("The chat model's answer was empty.") : response.Text;
        }
        catch (TimeoutRejectedException)
        {
            throw new ChatException("The chat endpoint did not answer in time.") { MayPass = true };
        }
    }

    private async Task<ChatResponse> AskOnceAsync(NamingPrompt prompt, CancellationToken cancellation)
    {
        try
        {
            return await SendAsync(prompt, _plain, cancellation);
        }
        catch (ChatException refusal) when (refusal.IsRefusedForm && !_plain)
        {
            // Some servers know no schema, some models no temperature; the prompt alone says the form too.
            _plain = true;
            return await SendAsync(prompt, plain: true, cancellation);
        }
    }

    private async Task<ChatResponse> SendAsync(NamingPrompt prompt, bool plain, CancellationToken cancellation)
    {
        var asked = prompt.System.Length + prompt.User.Length;
        if (!_usage.Allows(asked))
        {
            throw new ChatException("The run's budget for the chat model is used up.") { EndsRun = true };
        }

        _usage.Ask();
        var options = new ChatOptions { MaxOutputTokens = _options.MostAnswerTokens };
        if (!plain)
        {
            options.Temperature = 0;
            options.ResponseFormat = Microsoft.Extensions.AI.ChatResponseFormat.ForJsonSchema(Schema, "segment_name");
        }

        var response = await _client.GetResponseAsync([new(ChatRole.System, prompt.System), new(ChatRole.User, prompt.User)], options, cancellation);
        _usage.Answered(asked, response.Text.Length, response.Usage is { } usage ? (usage.InputTokenCount ?? 0) + (usage.OutputTokenCount ?? 0) : null);
        return response;
    }

    private static RetryStrategyOptions Retry(ChatNamerOptions options) => new()
    {
        ShouldHandle = new PredicateBuilder().Handle<ChatException>(failure => failure.MayPass).Handle<TimeoutRejectedException>(),
        MaxRetryAttempts = options.Attempts - 1,
        BackoffType = DelayBackoffType.Exponential,
        Delay = options.FirstWait,
        MaxDelay = LongestWait,
        DelayGenerator = arguments => ValueTask.FromResult((arguments.Outcome.Exception as ChatException)?.RetryAfter is { } asked ? (TimeSpan?)(asked < LongestWait ? asked : LongestWait) : null),
    };
}
