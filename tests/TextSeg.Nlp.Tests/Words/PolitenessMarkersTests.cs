using Shouldly;
using TextSeg.Nlp.Words;
using Xunit;

namespace TextSeg.Nlp.Tests.Words;

public sealed class PolitenessMarkersTests
{
    [Theory]
    [InlineData("en", "Could you please look at my pump? Thanks, Ann", 2)]
    [InlineData("en", "I appreciated your apology, thank you", 3)]
    [InlineData("en", "The pleasure of plain facts", 0)]
    [InlineData("de", "Bitte um Hilfe, vielen Dank und liebe Grüße", 3)]
    [InlineData("fr", "Pouvez-vous m’aider s’il vous plaît ? Merci !", 2)]
    [InlineData("es", "¿Me ayudas, por favor? Gracias", 2)]
    [InlineData("ja", "すみません、この部品を教えてください。ありがとうございます", 3)]
    [InlineData("zh", "请问怎么安装？谢谢", 2)]
    [InlineData("ru", "Подскажите, пожалуйста. Спасибо!", 2)]
    [InlineData("el", "Ευχαριστώ πολύ", 1)]
    [InlineData("ar", "شكرا جزيلا", 2)]
    [InlineData("hi", "कृपया मदद करें, धन्यवाद", 2)]
    [InlineData("unknown", "please", 0)]
    public void PoliteWordsAreCountedInTheirLanguage(string language, string text, int count) => PolitenessMarkers.Count(text, language).ShouldBe(count);

    [Fact]
    public void EveryLanguageWithStopWordsHasMarkers() => StopWords.Languages.Except(PolitenessMarkers.Languages).ShouldBeEmpty();
}
