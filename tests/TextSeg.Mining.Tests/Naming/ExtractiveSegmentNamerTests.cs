using TextSeg.Mining.KeyPhrases;
using TextSeg.Mining.Naming;

namespace TextSeg.Mining.Tests.Naming;

public sealed class ExtractiveSegmentNamerTests
{
    private static readonly NameRules NoMembers = new([]);

    private static SegmentEvidence Evidence(params string[] phrases) => new()
    {
        Segment = 0, Members = 57, Share = 0.19, Topics = [], Signals = [], Rules = NoMembers,
        Phrases = [.. phrases.Select((phrase, i) => new KeyPhrase(phrase, 10 - i, 20, 8, 5))],
    };

    private static async Task<SegmentName> Name(SegmentEvidence evidence) => await new ExtractiveSegmentNamer().NameAsync(evidence, TestContext.Current.CancellationToken);

    [Fact]
    public async Task LanguageStandingDeedAndPhraseMakeTheName()
    {
        var name = await Name(Evidence("rain sensors") with
        {
            Language = "German", Marks = SegmentMarks.Newcomers | SegmentMarks.Ask, LanguageFigure = new EvidenceFigure("members who write in German", "88 %", "12 %", 7, 0.7),
        });

        name.Name.ShouldBe("German-speaking newcomers who ask about rain sensors");
        name.Phrases.ShouldBe(["rain sensors"]);
    }

    [Fact]
    public async Task TwoPhrasesAreToldWhereTheyFit() =>
        (await Name(Evidence("frost cover", "soil probe"))).Name.ShouldBe("Members who write about frost cover and soil probe");

    [Fact]
    public async Task APhraseThatIsAListStandsAlone() =>
        (await Name(Evidence("clean and quiet", "bed linen"))).Name.ShouldBe("Members who write about clean and quiet");

    [Fact]
    public async Task PraiseIsNotWhatMembersWriteAbout() =>
        (await Name(Evidence("great", "awesome", "guitar strap"))).Name.ShouldBe("Members who write about guitar strap");

    [Fact]
    public async Task ANameIsAlwaysASentenceWithAVerb() =>
        (await Name(Evidence("second parcel of winter", "order number of shops") with { Language = "German", Marks = SegmentMarks.LongStanding }))
            .Name.ShouldBe("Long-standing members who write about second parcel of winter");

    [Fact]
    public async Task ANumberAFillerAndAMembersNameAreSteppedOver()
    {
        var name = await Name(Evidence("version 6", "thing", "Otto", "solar panel") with { Rules = new NameRules(["Otto"]) });

        name.Name.ShouldBe("Members who write about solar panel");
    }

    [Fact]
    public async Task ATakenNameGivesWayToTheNextContrast()
    {
        var evidence = Evidence("frost cover", "soil probe", "seed tray");

        var second = await Name(evidence with { TakenNames = [(await Name(evidence)).Name] });

        second.Name.ShouldBe("Members who write about frost cover and seed tray");
    }

    [Fact]
    public async Task TheDescriptionHasThreeSentencesWithFigures()
    {
        var evidence = Evidence("frost cover") with
        {
            Topics = [new EvidenceFigure("frost, soil", "41 %", "9 %", 4.5, 0.6)], Signals = [new EvidenceFigure("posts with a question", "71 %", "32 %", 2.2, 0.5)],
        };

        var description = (await Name(evidence)).Description;

        description.Split(". ").Length.ShouldBe(3);
        description.ShouldStartWith("This group has 57 members, about one in five of those who could be placed (19 %).");
        description.ShouldContain("“frost, soil” (41 % of a member's posts on average, others 9 %)");
        description.ShouldEndWith("posts with a question (71 %, others 32 %).");
    }

    [Fact]
    public async Task EvenSegmentsWithoutAnyPhraseGetDifferentNames()
    {
        var names = new List<string>();
        for (var segment = 0; segment < 12; segment++)
        {
            names.Add((await Name(Evidence() with { TakenNames = [.. names] })).Name);
        }

        names.ShouldBeUnique();
        names.ShouldAllBe(name => !name.Any(char.IsDigit));
    }
}
