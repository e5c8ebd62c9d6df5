using TextSeg.Nlp.Classifiers.Signs;

namespace TextSeg.Nlp.Tests.Classifiers.Signs;

public sealed class UrgencyReasonsTests
{
    [Theory]
    [InlineData("en", "The shop is down since nine and the demo at noon cannot wait.", "is down since", "outage")]
    [InlineData("en", "I was charged twice, please look at it.", "charged twice", "money")]
    [InlineData("en", "Please fix it before Thursday.", "before Thursday", "deadline")]
    [InlineData("tr", "Perşembeye kadar lazım.", "Perşembeye kadar", "deadline")]
    [InlineData("de", "Bitte bis morgen reparieren.", "bis morgen", "deadline")]
    [InlineData("fr", "C'est urgent, merci.", "urgent", "haste")]
    [InlineData("es", "Hay humo en la cocina.", "humo", "safety")]
    [InlineData("it", "Vi ho già scritto due volte.", "già scritto", "repeated-contact")]
    [InlineData("pt", "O site está fora do ar.", "fora do ar", "outage")]
    [InlineData("nl", "Er is twee keer afgeschreven.", "twee keer afgeschreven", "money")]
    [InlineData("pl", "Potrzebuję tego na jutro.", "na jutro", "deadline")]
    [InlineData("ru", "Срочно помогите.", "Срочно", "haste")]
    [InlineData("tr", "Acil yardım lazım.", "Acil", "haste")]
    [InlineData("ja", "至急お願いします。", "至急", "haste")]
    [InlineData("zh", "系统瘫痪了，所有人都在等。", "瘫痪", "outage")]
    public void ReasonWordsAreFoundWithTheirPlace(string language, string text, string words, string reason)
    {
        var found = UrgencyReasons.Find(text, language);
        found.ShouldContain(item => item.Reason == reason && words.StartsWith(item.Span.Of(text).ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "No rush, it is not urgent, whenever you have time.")]
    [InlineData("en", "This is not an emergency.")]
    [InlineData("de", "Das ist nicht dringend, es eilt nicht.")]
    [InlineData("fr", "Rien d'urgent, prenez votre temps.")]
    [InlineData("es", "No es urgente, cuando puedas.")]
    [InlineData("it", "Non è urgente, con calma.")]
    [InlineData("pt", "Não é urgente, sem pressa.")]
    [InlineData("nl", "Niet dringend, geen haast.")]
    [InlineData("pl", "To niepilne, nie ma pośpiechu.")]
    [InlineData("ru", "Это не срочно, когда будет время.")]
    [InlineData("tr", "Acil değil, acelesi yok.")]
    [InlineData("ja", "緊急ではないので、急ぎません。")]
    [InlineData("zh", "不紧急，不着急。")]
    public void CalmPhrasesAndNegatedWordsDoNotCount(string language, string text) => UrgencyReasons.Find(text, language).ShouldBeEmpty();

    [Fact]
    public void ANegationOfAnotherClauseDoesNotCount() =>
        UrgencyReasons.Find("No, it is urgent.", "en").ShouldHaveSingleItem().Reason.ShouldBe("haste");
}
