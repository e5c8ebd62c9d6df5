using TextSeg.Nlp.Languages;

namespace TextSeg.Nlp.Tests.Languages;

public sealed class LanguageIdentifierTests
{
    private static readonly LanguageIdentifier Identifier = ShippedLanguages.Identifier;

    public static TheoryData<string, string> Sentences =>
        [.. ShippedLanguages.Sentences.Select(s => new TheoryDataRow<string, string>(s.Language, s.Text))];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void ASentenceIsToldInItsLanguage(string language, string text) =>
        Identifier.Identify(text).Language.ShouldBe(language);

    [Fact]
    public void EveryLanguageThatIsAskedForHasSentencesAndIsListed()
    {
        string[] asked =
        [
            "ar", "cs", "da", "de", "el", "en", "es", "fi", "fr", "he", "hi", "hu", "id", "it", "ja", "ko",
            "nl", "pl", "pt", "ro", "ru", "sv", "th", "tr", "uk", "vi", "zh",
        ];
        asked.ShouldBeSubsetOf(Identifier.Languages);
        asked.ShouldAllBe(code => ShippedLanguages.Sentences.Count(s => s.Language == code) >= 2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\t ")]
    [InlineData("ok")]
    [InlineData("12345 67.8 % 2024-05-06")]
    [InlineData("😀 🎉🎉 👍")]
    [InlineData("...?!? --- !!!")]
    [InlineData("https://example.org/some/path?and=more")]
    [InlineData("@somebody #sometag user_name some@example.org")]
    [InlineData("xkq zzvw qpr jjx wvvk")]
    [InlineData("f(x) = { a[i] += b_i; x->y(); }")]
    [InlineData("ሰላም ለዓለም ሁሉ")]
    [InlineData("у")]
    [InlineData("字")]
    public void TextWithoutALanguageIsUnknown(string text) =>
        Identifier.Identify(text).Language.ShouldBe(LanguageGuess.UnknownLanguage);

    [Theory]
    [InlineData("Jana niliunganisha printa mpya lakini kompyuta bado haiioni na sijui nifanye nini sasa hivi")]
    [InlineData("Ahir vaig connectar la impressora nova, però l'ordinador encara no la troba i no sé què més puc fer.")]
    [InlineData("Ddoe fe wnes i gysylltu'r argraffydd newydd ond nid yw'r cyfrifiadur yn dod o hyd iddo o gwbl")]
    [InlineData("Vakar prijungiau naują spausdintuvą, bet kompiuteris jo vis dar neranda ir nežinau, ką daryti.")]
    [InlineData("Eile ühendasin uue printeri, aga arvuti ei leia seda ikka veel üles ja ma ei tea, mida teha.")]
    [InlineData("دیروز چاپگر تازه را وصل کردم ولی رایانه هنوز آن را پیدا نمی‌کند و نمی‌دانم چه کنم")]
    public void ALanguageThatTheModelDoesNotKnowIsUnknown(string text) =>
        Identifier.Identify(text).Language.ShouldBe(LanguageGuess.UnknownLanguage);

    [Theory]
    [InlineData("The new printer does not work at all and I have tried every cable. Der neue Drucker geht leider gar nicht und ich habe jedes Kabel probiert.")]
    [InlineData("Ik heb dit al drie keer gevraagd en nooit antwoord gekregen. J'ai déjà posé cette question trois fois sans jamais avoir de réponse.")]
    [InlineData("I have asked this three times and never got any answer from you. Я уже спрашивал об этом три раза, но ответа так и не получил.")]
    public void ATextHalfInOneLanguageAndHalfInAnotherIsUnknown(string text) =>
        Identifier.Identify(text).Language.ShouldBe(LanguageGuess.UnknownLanguage);

    [Theory]
    [InlineData("en", "You can call GetComponent<RigidBody>() on the node and then set its Mass to 1.0f, otherwise the physics step will ignore it.")]
    [InlineData("en", "The build fails with error C2065 in main.cpp when I switch CMake to the new generator, does anybody know why?")]
    [InlineData("en", "In my grandmother's letters she always wrote \"auf Wiedersehen\" before she signed her name at the bottom of the page and folded it twice, so nobody else could read it.")]
    [InlineData("de", "Ich rufe im Konstruktor SetActive(true) auf, aber der Shader wird trotzdem nicht neu kompiliert, was mache ich falsch?")]
    [InlineData("ja", "React の useState を使うと、なぜか Component が二回描画されます。")]
    [InlineData("ru", "Как подключить библиотеку OpenGL в проект CMake под Windows?")]
    [InlineData("ko", "Windows 11 에서 Visual Studio 설치가 안 됩니다")]
    public void ForeignWordsNamesAndCodeDoNotChangeTheLanguage(string language, string text) =>
        Identifier.Identify(text).Language.ShouldBe(language);

    [Theory]
    [InlineData("ka", "როდის მოვა ჩემი ამანათი?")]
    [InlineData("ta", "என் பொதி எப்போது வரும்?")]
    [InlineData("hy", "Ե՞րբ կգա իմ ծանրոցը")]
    public void LettersOfOneLanguageSettleIt(string language, string text) =>
        Identifier.Identify(text).Language.ShouldBe(language);

    [Fact]
    public void ComposedAndDecomposedLettersGiveTheSameAnswer()
    {
        const string text = "Bao giờ thì gói hàng tôi đặt mới được giao đến nhà?";
        Identifier.Identify(text.Normalize(System.Text.NormalizationForm.FormD)).ShouldBe(Identifier.Identify(text));
    }

    [Fact]
    public void BrokenSurrogatesAndVeryLongTextsAreRead()
    {
        Identifier.Identify("When will my parcel arrive \uD83D at last?").Language.ShouldBe("en");
        Identifier.Identify(string.Concat(Enumerable.Repeat("Wann kommt denn endlich mein Paket an? ", 40_000))).Language.ShouldBe("de");
        Identifier.Identify(new string('a', 1_000_000)).Language.ShouldBe(LanguageGuess.UnknownLanguage);
    }

    [Fact]
    public void ManyThreadsGetTheAnswersOfOne()
    {
        var alone = ShippedLanguages.Sentences.Select(s => Identifier.Identify(s.Text)).ToArray();
        var together = new LanguageGuess[alone.Length];
        Parallel.For(0, alone.Length, i => together[i] = Identifier.Identify(ShippedLanguages.Sentences[i].Text));
        together.ShouldBe(alone);
    }

    [Fact]
    public void ConfidenceLiesBetweenZeroAndOneAndGrowsWithTheText()
    {
        ShippedLanguages.Sentences.ShouldAllBe(s => Identifier.Identify(s.Text).Confidence >= 0 && Identifier.Identify(s.Text).Confidence <= 1);
        Identifier.Identify("Where is the parcel that I ordered from your shop last week?").Confidence
            .ShouldBeGreaterThan(Identifier.Identify("Where is it").Confidence);
    }
}
