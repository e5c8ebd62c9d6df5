using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Sources;
using TextSeg.Nlp;
using TextSeg.Nlp.Cleaning;
using TextSeg.Nlp.Privacy;

namespace TextSeg.Engine.Tests.Ingestion;

public sealed class ProseOriginTests
{
    [Theory]
    [InlineData("broken", false, "broken")]
    [InlineData("[email]", false, "me@example.org")]
    [InlineData("lamp", true, "lamp")]
    [InlineData("soon", false, "soon")]
    public void AWordIsFoundAgainInWhatTheSourceGave(string word, bool inTitle, string original)
    {
        const string title = "My **lamp** & me";
        const string text = "> an older word\n\nHello, it is **broken**: write to me@example.org &amp; soon";
        var prepared = PreparedText.Of(PostKind.Ticket, title, text, new TextCleaner(TextFormat.Markdown), new PersonalDataMasker([]));
        var start = prepared.Prose.IndexOf(word, StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0, prepared.Prose);
        var found = prepared.Origin.ToOriginal(new TextSpan(start, start + word.Length));
        found.InTitle.ShouldBe(inTitle);
        found.Span.Of(inTitle ? title : text).ToString().ShouldBe(original);
    }
}
