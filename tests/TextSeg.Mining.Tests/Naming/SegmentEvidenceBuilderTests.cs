using TextSeg.Mining.Naming;

namespace TextSeg.Mining.Tests.Naming;

public sealed class SegmentEvidenceBuilderTests
{
    private static readonly NamedCommunity Community = NamedCommunity.Make(1);

    private static async Task<(SegmentEvidence Evidence, SegmentName Name)[]> NameAll(NamedCommunity community)
    {
        var evidence = SegmentEvidenceBuilder.Build(community.Naming, TestContext.Current.CancellationToken);
        var named = new List<(SegmentEvidence Evidence, SegmentName Name)>();
        foreach (var segment in evidence)
        {
            var given = segment with { TakenNames = [.. named.Select(pair => pair.Name.Name)] };
            named.Add((given, await new ExtractiveSegmentNamer().NameAsync(given, TestContext.Current.CancellationToken)));
        }

        return [.. named];
    }

    [Fact]
    public async Task NamesSayWhoTheyAreAndWhatTheyWriteAbout()
    {
        var all = await NameAll(Community);

        all.Length.ShouldBe(3);
        var german = all.Single(pair => pair.Evidence.Language == "German");
        german.Name.Name.ShouldStartWith("German-speaking");
        german.Name.Phrases.ShouldAllBe(phrase => "Röhrenradio Netzteil Drehkondensator Lötkolben".Contains(phrase));
        var asking = all.Single(pair => pair.Evidence.Marks.HasFlag(SegmentMarks.Ask));
        asking.Name.Name.ShouldContain("who ask about");
        asking.Evidence.Topics[0].What.ShouldBe("bees, honey");
        all.ShouldAllBe(pair => Community.Naming.Rules.Faults(pair.Name.Name, new List<string>()).Count == 0);
    }

    [Fact]
    public async Task AMembersNameNeverComesIntoAName()
    {
        var all = await NameAll(NamedCommunity.Make(1, "Netzteil", "smoker"));

        all.ShouldAllBe(pair => !pair.Name.Name.Contains("Netzteil") && !pair.Name.Name.Contains("smoker"));
    }

    [Fact]
    public void NeighboursAreToldWithFigures()
    {
        var evidence = SegmentEvidenceBuilder.Build(Community.Naming, TestContext.Current.CancellationToken);

        evidence.ShouldAllBe(segment => segment.Neighbors.Count == 2 && segment.Neighbors.All(neighbor => neighbor.Figures.Count > 0));
        evidence[0].Neighbors[0].Similarity.ShouldBeGreaterThanOrEqualTo(evidence[0].Neighbors[1].Similarity);
        evidence[0].Neighbors[0].Figures[0].ToString().ShouldContain(" / ");
    }

    [Fact]
    public async Task FiveQuotesOfDifferentMembersShowTheName()
    {
        var chooser = new QuoteChooser(Community.Posts, Community.Naming.Segments, row => Community.Texts[row]);
        foreach (var (evidence, name) in await NameAll(Community))
        {
            var quotes = chooser.Choose(evidence.Segment, name);

            quotes.Count.ShouldBe(5);
            quotes.Select(quote => quote.Member).ShouldBeUnique();
            quotes.ShouldAllBe(quote => Community.Naming.Segments.SegmentOf[quote.Member] == evidence.Segment);
            quotes.ShouldAllBe(quote => quote.ShowsName && name.Phrases.Any(phrase => Community.Texts[quote.Row].Contains(phrase, StringComparison.OrdinalIgnoreCase)));
        }
    }

    [Fact]
    public async Task WhereFewPostsShowTheNameOthersFillTheFive()
    {
        var (evidence, name) = (await NameAll(Community))[0];
        var chooser = new QuoteChooser(Community.Posts, Community.Naming.Segments, row => Community.Posts.MemberOf[row] % 12 == 0 ? Community.Texts[row] : "nothing of it");

        var quotes = chooser.Choose(evidence.Segment, name);

        quotes.Count.ShouldBe(5);
        quotes.Select(quote => quote.Member).ShouldBeUnique();
        quotes.Count(quote => quote.ShowsName).ShouldBeInRange(1, 2);
    }

    [Fact]
    public async Task APostThatIsMostlyMasksIsNotQuoted()
    {
        var (evidence, name) = (await NameAll(Community))[0];
        var chooser = new QuoteChooser(Community.Posts, Community.Naming.Segments, row => Community.Posts.MemberOf[row] % 2 == 0 ? Community.Texts[row] : "[name] call [phone] or [email]");

        var quotes = chooser.Choose(evidence.Segment, name);

        quotes.Count.ShouldBe(5);
        quotes.ShouldAllBe(quote => quote.Member % 2 == 0);
    }

    [Fact]
    public async Task TheSameCommunityAlwaysGetsTheSameNames()
    {
        var (one, two) = (await NameAll(NamedCommunity.Make(3)), await NameAll(NamedCommunity.Make(3)));

        two.Select(pair => (pair.Name.Name, pair.Name.Description)).ShouldBe(one.Select(pair => (pair.Name.Name, pair.Name.Description)));
    }
}
