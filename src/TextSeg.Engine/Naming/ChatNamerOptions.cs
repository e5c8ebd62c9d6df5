using System.Globalization;

namespace TextSeg.Engine.Naming;

/// <summary>Which chat model drafts names, and how much it may be asked.</summary>
public sealed class ChatNamerOptions
{
    /// <summary>Where the endpoint is, with its version: for example <c>http://localhost:11434/v1</c>. Required.</summary>
    public string Address { get; set; } = "";

    /// <summary>The model's name at the endpoint. Required.</summary>
    public string Model { get; set; } = "";

    /// <summary>The endpoint's key; null where it asks for none. Never written anywhere.</summary>
    public string? Key { get; set; }

    /// <summary>Language of names, ISO 639-1. Default en.</summary>
    public string Language { get; set; } = "en";

    /// <summary>Calls in a run, repeated ones too, 1 to 10,000. Default 100.</summary>
    public int MostCalls { get; set; } = 100;

    /// <summary>Tokens in a run, asked and answered, 1,000 to 100,000,000. Default 300,000.</summary>
    public int MostTokens { get; set; } = 300_000;

    /// <summary>Tokens of one answer, thinking included, 100 to 32,000. Default 2,000.</summary>
    public int MostAnswerTokens { get; set; } = 2_000;

    /// <summary>Longest wait for one answer, 1 second to 10 minutes. Default 90 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>How often one question is put when the endpoint fails, is busy or too slow, 1 to 10. Default 4.</summary>
    public int Attempts { get; set; } = 4;

    /// <summary>The first wait between two attempts, doubled each time; an endpoint that says how long to wait is heeded, up to a minute. Default 1 second.</summary>
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>English name of <see cref="Language"/>.</summary>
    public string LanguageName => CultureInfo.GetCultureInfo(Language).EnglishName;

    /// <summary>Every fault, one sentence each; empty when the options can be used.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        Check(Uri.TryCreate(Address, UriKind.Absolute, out var address) && address.Scheme is "http" or "https", "The chat endpoint needs an http or https address: give --chat-address or set TEXTSEG_CHAT_ADDRESS.");
        Check(Model.Length > 0, "The chat endpoint needs a model's name: give --chat-model or set TEXTSEG_CHAT_MODEL.");
        Check(Language.Length == 2 && Language.All(char.IsAsciiLetterLower), "The language of names must be two small letters, such as en.");
        Check(MostCalls is >= 1 and <= 10_000, "The calls of a run must be 1 to 10,000.");
        Check(MostTokens is >= 1_000 and <= 100_000_000, "The tokens of a run must be 1,000 to 100,000,000.");
        Check(MostAnswerTokens is >= 100 and <= 32_000, "The tokens of an answer must be 100 to 32,000.");
        Check(Timeout >= TimeSpan.FromSeconds(1) && Timeout <= TimeSpan.FromMinutes(10), "The wait for an answer must be 1 second to 10 minutes.");
        Check(Attempts is >= 1 and <= 10, "The attempts must be 1 to 10.");
        Check(FirstWait > TimeSpan.Zero && FirstWait <= TimeSpan.FromMinutes(1), "The first wait must be more than nothing and at most a minute.");
        return faults;

        void Check(bool good, string fault)
        {
            if (!good)
            {
                faults.Add(fault);
            }
        }
    }
}
