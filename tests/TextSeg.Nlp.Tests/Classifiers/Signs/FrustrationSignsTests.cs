using TextSeg.Nlp.Classifiers.Signs;

namespace TextSeg.Nlp.Tests.Classifiers.Signs;

public sealed class FrustrationSignsTests
{
    [Theory]
    [InlineData("en", "The lamp is still dark, and it broke again.", "still", "again")]
    [InlineData("de", "Das Regal wackelt immer noch und ist schon wieder umgefallen.", "still", "again")]
    [InlineData("fr", "La lampe ne marche toujours pas, je n'ai aucune réponse.", "still", "waiting")]
    [InlineData("es", "Otra vez lo mismo, llevo semanas esperando.", "again", "waiting")]
    [InlineData("it", "Di nuovo rotto, e nessuno risponde da giorni.", "again", "waiting")]
    [InlineData("pt", "De novo quebrado, e ninguém responde há semanas.", "again", "waiting")]
    [InlineData("nl", "Nog steeds kapot, ik wacht al weken.", "still", "waiting")]
    [InlineData("pl", "Nadal nie działa, czekam od tygodni.", "still", "waiting")]
    [InlineData("ru", "До сих пор не работает, жду уже неделю.", "still", "waiting")]
    [InlineData("tr", "Hâlâ çalışmıyor, günlerdir bekliyorum.", "still", "waiting")]
    [InlineData("ja", "まだ直りません。何日も返事がない。", "still", "waiting")]
    [InlineData("zh", "还没修好，等了好几天没人回复。", "still", "waiting")]
    public void SignsAreFoundInEachLanguage(string language, string text, params string[] signs) =>
        FrustrationSigns.Count(text, language).Select(sign => sign.Sign).ShouldBe(signs, ignoreOrder: true);

    [Theory]
    [InlineData("NOTHING WORKS here", 1)]
    [InlineData("What is this?! Really!!", 2)]
    [InlineData("The USB port is fine. I like it!", 0)]
    [InlineData("MY NEW LAMP IS BROKEN, FIX IT NOW!!!! WHY?? WHY??", 3)]
    public void ShoutingIsCapitalsAndRowsOfMarks(string text, int count) => CountOf(text, "shouting").ShouldBe(count);

    [Theory]
    [InlineData("no no no, not this", 1)]
    [InlineData("sooo slow", 1)]
    [InlineData("It fell down. I glued it. It fell down.", 1)]
    [InlineData("see www.example.org for the coffee", 0)]
    public void RepetitionIsOfLettersWordsAndSentences(string text, int count) => CountOf(text, "repetition").ShouldBe(count);

    [Fact]
    public void ACountIsBounded() => CountOf(string.Concat(Enumerable.Repeat("still waiting. ", 500)), "waiting").ShouldBe(FrustrationSigns.Most);

    [Fact]
    public void ACalmTextHasNoSign() => FrustrationSigns.Count("The meeting is on Tuesday, see you there.", "en").ShouldBeEmpty();

    [Fact]
    public void WordsAreLookedForWhole() => FrustrationSigns.Count("A distillery stands against the hill.", "en").ShouldBeEmpty();

    [Fact]
    public void EveryLanguageHasWordsOfEverySignAndReason()
    {
        FrustrationSigns.Languages.ShouldBe(["en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "tr", "ja", "zh"], ignoreOrder: true);
        string[] kinds = ["still", "again", "waiting", "escalation", "calm", "contrast", .. UrgencyReasons.Kinds];
        foreach (var language in FrustrationSigns.Languages)
        {
            kinds.Where(kind => SignLists.For(language).Of(kind) == SignLists.For(language).Of("no such kind")).ShouldBeEmpty(language);
        }
    }

    [Fact]
    public void AnUnknownLanguageIsReadForEnglishWords() => FrustrationSigns.Count("still waiting", "unknown").Count.ShouldBe(2);

    private static int CountOf(string text, string sign) => FrustrationSigns.Count(text, "en").FirstOrDefault(found => found.Sign == sign)?.Count ?? 0;
}
