using TextSeg.Nlp.Words;

namespace TextSeg.Nlp.Tests.Words;

public sealed class SentenceSegmenterTests
{
    [Theory]
    [InlineData("It works. I like it!", "It works.|I like it!")]
    [InlineData("Why?! Nobody knows…", "Why?!|Nobody knows…")]
    [InlineData("First line\nsecond line", "First line|second line")]
    [InlineData("He said \"stop.\" Then he left.", "He said \"stop.\"|Then he left.")]
    [InlineData("Version 1.5 is out, see e.g. the list.", "Version 1.5 is out, see e.g. the list.")]
    [InlineData("J. Marsh wrote it. Read it.", "J. Marsh wrote it.|Read it.")]
    [InlineData("it broke. i fixed it! now it works", "it broke.|i fixed it!|now it works")]
    [InlineData("nails, screws etc. are in the box", "nails, screws etc. are in the box")]
    [InlineData("Use node.js here. Done", "Use node.js here.|Done")]
    [InlineData("今日は晴れ。明日は雨！", "今日は晴れ。|明日は雨！")]
    [InlineData("  \n . \n ok", ".|ok")]
    [InlineData("", "")]
    public void SentencesEndWhereReadersSeeThemEnd(string text, string sentences) =>
        string.Join('|', SentenceSegmenter.Split(text).Select(span => span.Of(text).ToString())).ShouldBe(sentences);
}
