using TextSeg.Mining.KeyPhrases;

namespace TextSeg.Mining.Tests.KeyPhrases;

public sealed class KeyPhraseFinderTests
{
    private static readonly HashSet<string> Stop = ["the", "a", "of", "my", "is", "in", "to", "and", "i"];

    private static TermTable Table(IEnumerable<string> posts)
    {
        var builder = new TermTableBuilder();
        foreach (var post in posts)
        {
            builder.Add(post.Split(' ').Select(word => word == "|" ? TermToken.Break : Token(word)));
        }

        return builder.Build();
    }

    private static TermToken Token(string word) => new(word.ToLowerInvariant(), word, Stop.Contains(word.ToLowerInvariant()), word == "of");

    private static KeyPhraseFinder Finder(string[] posts) => new(Table(posts), new KeyPhraseOptions { MinimumPosts = 2, Count = 5 });

    private static readonly string[] Posts =
    [
        "the shadow map is dark and the light flickers", "my shadow map flickers in the light", "a shadow map and a light", "shadow map of the light is dark",
        "the wheel of my bike is bent", "my bike needs a wheel", "a bike and a wheel and a light", "the bike wheel is bent",
    ];

    private static readonly int[] Groups = [0, 0, 0, 0, 1, 1, 1, 1];

    [Fact]
    public void PhrasesTellTheGroupsApart()
    {
        var phrases = Finder(Posts).ForGroups(Groups, 2);
        phrases[0][0].Text.ShouldBe("shadow map");
        phrases[0].ShouldAllBe(phrase => !phrase.Text.Contains("bike"));
        phrases[1].Select(phrase => phrase.Text).ShouldContain("bike");
        phrases[1].ShouldAllBe(phrase => !phrase.Text.Contains("shadow"));
    }

    [Fact]
    public void AWordNearlyAlwaysInsideALongerPhraseIsNotListedTwice()
    {
        var texts = Finder(Posts).ForGroups(Groups, 2)[0].Select(phrase => phrase.Text).ToList();
        texts.ShouldContain("shadow map");
        texts.ShouldNotContain("shadow");
        texts.ShouldNotContain("map");
    }

    [Fact]
    public void NoPhraseBeginsOrEndsWithAStopWordOrCrossesABreak()
    {
        string[] posts = ["weight of hive | cold night", "weight of hive | cold night", "other words here", "other words there"];
        var phrases = Finder(posts).ForGroups([0, 0, 1, 1], 2)[0];
        var texts = phrases.Select(phrase => phrase.Text).ToList();
        texts.ShouldContain("weight of hive");
        texts.ShouldNotContain("hive cold");
        texts.Select(text => text.Split(' ')).SelectMany(words => new[] { words[0], words[^1] }).ShouldAllBe(word => !Stop.Contains(word));
    }

    [Fact]
    public void OnlyALinkingFunctionWordStandsInsideAPhrase()
    {
        string[] posts = ["weight of hive", "weight of hive", "frost is minus", "frost is minus", "other words", "other words"];
        var texts = Finder(posts).ForGroups([0, 0, 0, 0, 1, 1], 2)[0].Select(phrase => phrase.Text).ToList();
        texts.ShouldContain("weight of hive");
        texts.ShouldNotContain("frost is minus");
        texts.ShouldContain("frost");
    }

    [Fact]
    public void AFunctionWordInPostsOfAnotherLanguageIsStillNoKeyPhrase()
    {
        var builder = new TermTableBuilder();
        foreach (var isKnown in new[] { true, true, true, true, true, false, false })
        {
            builder.Add([new TermToken("der", "der", isKnown), new TermToken("hearth", "Hearth", false)]);
        }

        var finder = new KeyPhraseFinder(builder.Build(), new KeyPhraseOptions { MinimumPosts = 2, Count = 5 });
        finder.ForGroups([0, 0, 0, 0, 0, 1, 1], 2)[1].Select(phrase => phrase.Text).ShouldBe(["Hearth"]);
    }

    [Fact]
    public void TheLongestPhraseTakesThePlaceOfAllItsParts()
    {
        string[] posts = ["planet waves cable", "planet waves cable", "planet waves cable", "waves cable", "tyre flat", "tyre flat"];
        var texts = Finder(posts).ForGroups([0, 0, 0, 0, 1, 1], 2)[0].Select(phrase => phrase.Text).ToList();
        texts.ShouldBe(["planet waves cable"]);
    }

    [Fact]
    public void ACapitalAtTheStartOfASentenceIsNotShown()
    {
        var builder = new TermTableBuilder();
        foreach (var starts in new[] { true, true, true, false })
        {
            builder.Add([new TermToken("soil", starts ? "Soil" : "soil", false, StartsSentence: starts), new TermToken("probe", "Probe", false)]);
            builder.Add([new TermToken("drainage", "Drainage", false, StartsSentence: true)]);
            builder.Add([new TermToken("opengl", "OpenGL", false, StartsSentence: true)]);
        }

        var table = builder.Build();
        table.Surfaces.ShouldBe(["soil", "Probe", "drainage", "OpenGL"]);
    }

    [Fact]
    public void OneLoudAuthorDoesNotSetTheWords()
    {
        string[] posts = [.. Enumerable.Repeat("widget gizmo", 9), "kettle boils", "kettle boils", "kettle boils", "kettle sings", "kettle sings", "other", "other"];
        int[] groups = [.. Enumerable.Repeat(0, 14), 1, 1];
        int[] members = [.. Enumerable.Repeat(0, 9), 1, 2, 3, 4, 5, 6, 7];
        Finder(posts).ForGroups(groups, 2, default, members)[0][0].Text.ShouldStartWith("kettle");
        Finder(posts).ForGroups(groups, 2)[0][0].Text.ShouldBe("widget gizmo");
    }

    [Fact]
    public void InflectedFormsOfOneWordAreListedOnce()
    {
        string[] posts = ["shader breaks", "shaders break", "shader fails", "shaders fail", "tyre flat", "tyre flat"];
        var texts = Finder(posts).ForGroups([0, 0, 0, 0, 1, 1], 2)[0].Select(phrase => phrase.Text).ToList();
        texts.Count(text => text.StartsWith("shader", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void TheMostFrequentSpellingIsShown()
    {
        string[] posts = ["OpenGL fails", "OpenGL breaks", "opengl stops", "tyre flat", "tyre flat"];
        Finder(posts).ForGroups([0, 0, 0, 1, 1], 2)[0].Select(phrase => phrase.Text).ShouldContain("OpenGL");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void TheOrderOfPostsNeverShows(int seed)
    {
        var order = Enumerable.Range(0, Posts.Length).ToArray();
        new Random(seed).Shuffle(order);
        var straight = Finder(Posts).ForGroups(Groups, 2, default, [0, 1, 2, 3, 4, 5, 6, 7]);
        var shuffled = Finder([.. order.Select(i => Posts[i])]).ForGroups([.. order.Select(i => Groups[i])], 2, default, order);
        shuffled[0].ShouldBe(straight[0]);
        shuffled[1].ShouldBe(straight[1]);
    }

    [Fact]
    public void EmptyGroupsAndEmptyPostsAreAllowed()
    {
        var phrases = Finder(["", "", "one word", "one word"]).ForGroups([0, -1, 2, 2], 3);
        phrases[0].ShouldBeEmpty();
        phrases[1].ShouldBeEmpty();
        phrases[2].ShouldNotBeEmpty();
    }

    [Fact]
    public void WordsOfScriptsWithoutSpacesAreJoined() => PhraseSelection.Join(["電池", "交換"]).ShouldBe("電池交換");

    [Fact]
    public void OverlappingPiecesAreLaidOverEachOther() => PhraseSelection.Join(["電池", "池交", "交換"]).ShouldBe("電池交換");

    [Fact]
    public void AllFaultsOfTheOptionsAreSaidAtOnce()
    {
        var fault = Should.Throw<ArgumentException>(() => new KeyPhraseOptions { Count = 0, MinimumPosts = 0 }.Validate());
        fault.Message.ShouldContain("Count must");
        fault.Message.ShouldContain("MinimumPosts must");
    }
}
