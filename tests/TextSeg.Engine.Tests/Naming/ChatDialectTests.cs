using TextSeg.Engine.Naming;
using TextSeg.Engine.Storage;
using TextSeg.Mining.KeyPhrases;
using TextSeg.Mining.Naming;

namespace TextSeg.Engine.Tests.Naming;

/// <summary>What servers that speak OpenAI's language say differently, after their documentation.</summary>
public sealed class ChatDialectTests : IDisposable
{
    private const string Draft = """{\"name\":{\"text\":\"People who repair lamps\",\"evidence\":[1]},\"clauses\":[{\"text\":\"They replace bulbs.\",\"evidence\":[1]}]}""";
    private readonly TemporaryFolder _folder = new();
    private readonly Workspace _workspace;

    public ChatDialectTests() => _workspace = Workspace.OpenToWrite(_folder.Path);

    public static TheoryData<string, string, long> Answers => new()
    {
        {
            "Ollama",
            $$$"""{"id":"chatcmpl-7","object":"chat.completion","created":1760000000,"model":"small","system_fingerprint":"fp_ollama","choices":[{"index":0,"message":{"role":"assistant","content":"{{{Draft}}}","reasoning":"The user wants {a name}."},"finish_reason":"stop"}],"usage":{"prompt_tokens":70,"completion_tokens":30,"total_tokens":100}}""",
            100
        },
        {
            "vLLM",
            $$$"""{"id":"chatcmpl-8","object":"chat.completion","created":1760000000,"model":"small","choices":[{"index":0,"message":{"role":"assistant","reasoning_content":"Let me think.","content":"{{{Draft}}}","refusal":null,"annotations":null,"audio":null,"function_call":null,"tool_calls":[]},"logprobs":null,"finish_reason":"stop","stop_reason":null,"token_ids":null}],"service_tier":null,"system_fingerprint":null,"usage":{"prompt_tokens":70,"total_tokens":100,"completion_tokens":30,"prompt_tokens_details":null},"prompt_logprobs":null,"kv_transfer_params":null}""",
            100
        },
        {
            "LM Studio",
            $$$"""{"id":"chatcmpl-9","object":"chat.completion","created":1760000000,"model":"small","choices":[{"index":0,"logprobs":null,"finish_reason":"stop","message":{"role":"assistant","content":"{{{Draft}}}","tool_calls":[]}}],"usage":{"prompt_tokens":70,"completion_tokens":30,"total_tokens":100},"stats":{},"system_fingerprint":"small"}""",
            100
        },
        { "thoughts before the answer", Choice($"""<think>\nWhat {Escaped("{\"name\":1}")} would fit?\n</think>\n\n{Draft}"""), 100 },
        { "code fences", Choice($"""```json\n{Draft}\n```"""), 100 },
        { "words around", Choice($"""Here is the name you asked for:\n{Draft}\nLet me know if it helps!"""), 100 },
        { "content in parts", $$$"""{"choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":[{"type":"text","text":"{{{Draft}}}"}]}}],"usage":{"prompt_tokens":70,"completion_tokens":30}}""", 100 },
        { "no reason for the end", $$$"""{"choices":[{"index":0,"finish_reason":null,"message":{"role":"assistant","content":"{{{Draft}}}"}}],"usage":{"prompt_tokens":70,"completion_tokens":30}}""", 100 },
        { "a reason of its own", $$$"""{"choices":[{"index":0,"finish_reason":"eos_token","message":{"role":"assistant","content":"{{{Draft}}}"}}],"usage":{"prompt_tokens":70,"completion_tokens":30}}""", 100 },
        { "nothing but the message", $$$"""{"choices":[{"message":{"content":"{{{Draft}}}"}}]}""", 0 },
    };

    public static TheoryData<string, string> NoAnswers => new()
    {
        { "cut off", $$$"""{"choices":[{"finish_reason":"length","message":{"role":"assistant","content":"{{{Draft}}}"}}]}""" },
        { "a refusal", """{"choices":[{"finish_reason":"stop","message":{"role":"assistant","content":null,"refusal":"I cannot."}}]}""" },
        { "all its tokens spent on thoughts", """{"choices":[{"finish_reason":"stop","message":{"role":"assistant","content":"","reasoning_content":"Hm."}}]}""" },
        { "no choice", """{"choices":[]}""" },
        { "an error in a good answer", """{"error":{"message":"model not loaded"}}""" },
        { "no JSON", "<html>busy</html>" },
    };

    public void Dispose()
    {
        _workspace.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task AnAnswerOfThisServerIsRead(string server, string body, long tokens)
    {
        var (name, usage) = await NameAsync(body);
        (name.Name, name.Maker, name.Note).ShouldBe(("People who repair lamps", "small", null), server);
        name.Clauses.ShouldHaveSingleItem().Text.ShouldBe("They replace bulbs.");
        usage.Calls.ShouldBe(1);
        if (tokens > 0)
        {
            usage.Tokens.ShouldBe(tokens);
        }
        else
        {
            usage.Tokens.ShouldBeGreaterThan(0, "where the server does not count, the letters are counted");
        }
    }

    [Theory]
    [MemberData(nameof(NoAnswers))]
    public async Task WhatIsNoAnswerGivesTheExtractiveName(string what, string body)
    {
        var (name, _) = await NameAsync(body);
        name.Maker.ShouldBe(ExtractiveSegmentNamer.Maker, what);
        name.Note.ShouldNotBeNull();
    }

    private async Task<(SegmentName Name, ChatUsage Usage)> NameAsync(string body)
    {
        using var stub = ChatStub.Saying(new StubAnswer(null) { Body = body });
        var options = new ChatNamerOptions { Address = stub.Address, Model = "small" };
        var namer = new ChatSegmentNamer(new OpenAIChatClient(new Uri(options.Address), options.Model, key: null), options, _workspace, new HurriedClock());
        var evidence = new SegmentEvidence
        {
            Segment = 0, Members = 40, Share = 0.2, Topics = [], Signals = [], Rules = new NameRules([]), Phrases = [new KeyPhrase("lamp bulb", 9, 20, 8, 5)],
        };
        return (await namer.NameAsync(evidence, TestContext.Current.CancellationToken), namer.Usage);
    }

    private static string Escaped(string json) => json.Replace("\"", "\\\"", StringComparison.Ordinal);

    private static string Choice(string content) => $$$"""{"choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"{{{content}}}"}}],"usage":{"prompt_tokens":70,"completion_tokens":30}}""";
}
