using TextSeg.Engine.Topics;
using TextSeg.Mining.KeyPhrases;
using TextSeg.Mining.Topics;

namespace TextSeg.Engine.Tests.Topics;

public sealed class TermReaderTests
{
    private static readonly (string Prose, string Language)[] Posts =
        [.. Enumerable.Range(0, 300).Select(i => ($"The battery pack of station {i % 3} froze. My friend number{i} saw the {(i % 2 == 0 ? "red lamp" : "blue lamp")} blink at night.", "en"))];

    [Fact]
    public void ManyPostsInFilesGiveThePhrasesOfFewInMemory()
    {
        using var folder = new TemporaryFolder();
        var told = new List<(int Done, int All)>();
        using var filed = new TermReader(new TopicOptions { MostTextsWhole = 100 }, folder.Path).Read(Posts.Length, () => Posts, (done, all) => told.Add((done, all)), CancellationToken.None);
        using var whole = new TermReader(new TopicOptions { Threads = 1 }, folder.Path).Read(Posts.Length, () => Posts, null, CancellationToken.None);
        Directory.GetFiles(folder.Path).ShouldBeEmpty("the files have no name, so nothing is left of them");
        told[^1].ShouldBe((600, 600));

        Phrases(filed).ShouldBe(Phrases(whole));
        Phrases(whole).ShouldContain("red lamp");
    }

    private static string Phrases(TermTable terms)
    {
        using var finder = new KeyPhraseFinder(terms, new KeyPhraseOptions());
        return string.Join('\n', finder.ForGroups([.. Enumerable.Range(0, 300).Select(row => row % 2)], 2).Select(group => string.Join('|', group)));
    }
}
