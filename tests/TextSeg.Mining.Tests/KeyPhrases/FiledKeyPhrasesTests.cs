using TextSeg.Mining.KeyPhrases;

namespace TextSeg.Mining.Tests.KeyPhrases;

/// <summary>Key phrases whose words lie in files, as in a very large collection.</summary>
public sealed class FiledKeyPhrasesTests
{
    private const int Posts = 900;
    private static readonly KeyPhraseOptions Options = new() { MinimumPosts = 4, Count = 8 };

    [Fact]
    public void PhrasesCountedInFilesAreThoseCountedInMemory()
    {
        var posts = Invent();
        using var inMemory = new KeyPhraseFinder(Fill(new TermTableBuilder(), posts), Options);
        using var filed = new KeyPhraseFinder(Fill(Filed(posts), posts), Options);
        foreach (var groups in new[] { 3, 40 })
        {
            int[] groupOf = [.. Enumerable.Range(0, Posts).Select(row => row % groups)];
            int[] authors = [.. Enumerable.Range(0, Posts).Select(row => row % 17)];
            var expected = inMemory.ForGroups(groupOf, groups, memberOf: authors);
            Text(filed.ForGroups(groupOf, groups, memberOf: authors)).ShouldBe(Text(expected));
            expected.Sum(group => group.Count).ShouldBeGreaterThan(groups);
        }
    }

    [Fact]
    public void RareWordsStillCountAsContentOfTheirPost()
    {
        var posts = Invent();
        using var inMemory = Fill(new TermTableBuilder(), posts);
        using var filed = Fill(Filed(posts), posts);
        filed.Forms.Count.ShouldBeLessThan(inMemory.Forms.Count, "words of single posts need no number");
        Enumerable.Range(0, Posts).Select(filed.ContentWordsIn).ShouldBe(Enumerable.Range(0, Posts).Select(inMemory.ContentWordsIn));
    }

    [Fact]
    public void RowsAreReadInAnyOrder()
    {
        var (memory, file) = (new NumberRows(null), new NumberRows(new MemoryStream()));
        for (var row = 0; row < 9_000; row++)
        {
            int[] numbers = [.. Enumerable.Range(row, row % 11)];
            memory.Add(numbers);
            file.Add(numbers);
        }

        var random = new Random(3);
        foreach (var row in Enumerable.Range(0, 9_000).Concat(Enumerable.Range(0, 2_000).Select(_ => random.Next(9_000))))
        {
            file[row].ToArray().ShouldBe(memory[row].ToArray());
        }
    }

    private static string Text(IReadOnlyList<KeyPhrase>[] groups) => string.Join('\n', groups.Select(group => string.Join('|', group)));

    private static TermTableBuilder Filed(string[][] posts)
    {
        var frequent = new FrequentWords(Options, posts.Length);
        foreach (var post in posts)
        {
            frequent.Count(Tokens(post));
        }

        return new TermTableBuilder(frequent, () => new MemoryStream());
    }

    private static TermTable Fill(TermTableBuilder builder, string[][] posts)
    {
        foreach (var post in posts)
        {
            builder.Add(Tokens(post));
        }

        return builder.Build();
    }

    private static IEnumerable<TermToken> Tokens(string[] post) => post.Select(word => word == "|" ? TermToken.Break : new TermToken(word.ToLowerInvariant(), word, word is "the" or "of", word == "of"));

    /// <summary>Common words with groups of their own, and words of one post only.</summary>
    private static string[][] Invent()
    {
        var random = new Random(11);
        return [.. Enumerable.Range(0, Posts).Select(row => Enumerable.Range(0, 14).Select(_ => random.Next(9) switch
        {
            0 => "|",
            1 => "the",
            2 => "of",
            3 => $"only{row}x{random.Next(100)}",
            4 or 5 => $"Group{row % 40}word{random.Next(3)}",
            _ => $"word{random.Next(60)}",
        }).ToArray())];
    }
}
