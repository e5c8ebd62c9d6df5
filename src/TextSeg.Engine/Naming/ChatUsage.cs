namespace TextSeg.Engine.Naming;

/// <summary>What a run asked of a chat model, and what is left of its budget. Used by one run at a time.</summary>
/// <param name="options">The budget.</param>
public sealed class ChatUsage(ChatNamerOptions options)
{
    /// <summary>Tokens of a call that says nothing of them: characters over this many, the usual measure for English.</summary>
    private const int CharactersOfToken = 4;

    /// <summary>Calls made, repeated ones too.</summary>
    public int Calls { get; private set; }

    /// <summary>Answers taken from the workspace's memory, with no call.</summary>
    public int Remembered { get; private set; }

    /// <summary>Tokens asked and answered.</summary>
    public long Tokens { get; private set; }

    /// <summary>Questions that got no answer.</summary>
    public int Unanswered { get; private set; }

    /// <summary>Calls that are allowed.</summary>
    public int MostCalls => options.MostCalls;

    /// <summary>Tokens that are allowed.</summary>
    public int MostTokens => options.MostTokens;

    /// <summary>Whether a question of this size may still be put.</summary>
    public bool Allows(int characters) => Calls < options.MostCalls && Tokens + (characters / CharactersOfToken) + options.MostAnswerTokens <= options.MostTokens;

    internal void Ask() => Calls++;

    internal void GiveUp() => Unanswered++;

    internal void Remember() => Remembered++;

    /// <summary>Counts an answer, by the endpoint's own figures where it gives them.</summary>
    internal void Answered(int charactersAsked, int charactersAnswered, long? tokens) => Tokens += tokens ?? ((charactersAsked + charactersAnswered) / CharactersOfToken);
}
