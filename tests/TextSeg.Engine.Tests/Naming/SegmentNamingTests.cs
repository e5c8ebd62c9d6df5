using System.Text.Json;
using TextSeg.Mining.Naming;

namespace TextSeg.Engine.Tests.Naming;

public sealed class SegmentNamingTests
{
    private static readonly (string Theme, string Name, string Truth)[] Truths =
    [
        ("lamp", "People with a desk lamp and light bulbs", "They changed the light bulb or the dimmer switch."),
        ("parcel", "People who track a late parcel", "They ask about the courier and the tracking number."),
        ("soil", "People with tomato seedlings in garden soil", "They write about frost on the plants and compost."),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>What an honest model would say: it reads the strongest theme out of the evidence, and cites all of it.</summary>
    private static (string Name, string Truth, int[] All) Read(JsonElement body)
    {
        using var data = JsonDocument.Parse(ChatStub.DataOf(body));
        var evidence = data.RootElement.GetProperty("evidence").GetRawText();
        var (_, name, truth) = Truths.MaxBy(pair => evidence.Split(pair.Theme).Length);
        return (name, truth, [.. data.RootElement.GetProperty("evidence").EnumerateArray().Select(item => item.GetProperty("number").GetInt32())]);
    }

    [Fact]
    public async Task AnHonestModelsNamesAreShown()
    {
        using var town = new HobbyTown();
        using var stub = new ChatStub((_, body) => Read(body) is var said ? new StubAnswer(ChatStub.Draft(said.Name, said.All, said.Truth)) : null!);
        var segments = await town.MineAsync(town.Namer(stub), Token);
        segments.Select(segment => segment.Facts.Naming!.Note).ShouldAllBe(note => note == null);
        segments.Select(segment => segment.Card.Name).ShouldBe(Truths.Select(truth => truth.Name), ignoreOrder: true);
        segments.ShouldAllBe(segment => segment.Facts.Naming!.Maker == "stub" && segment.Facts.Naming.Struck.Count == 0);
    }

    [Fact]
    public async Task ALieInOneClauseIsStruckAndTheRestStays()
    {
        using var town = new HobbyTown();
        using var stub = new ChatStub((_, body) => Read(body) is var said
            ? new StubAnswer(ChatStub.Draft(said.Name, said.All, said.Truth, "They breed alpacas in the mountains.", "They write long posts at night.", "93 % of them own three cars."))
            : null!);
        foreach (var (card, facts) in await town.MineAsync(town.Namer(stub), Token))
        {
            facts.Naming!.Note.ShouldBeNull();
            facts.Naming.Struck.Count.ShouldBe(3);
            card.Description.ShouldNotContain("alpacas");
            Truths.ShouldContain(truth => card.Description.Contains(truth.Truth));
        }
    }

    [Fact]
    public async Task AModelThatObeysThePostsIsNotBelieved()
    {
        using var town = new HobbyTown(attacked: true);
        var obeyed = 0;
        using var stub = new ChatStub((_, body) =>
        {
            var said = Read(body);
            if (!ChatStub.DataOf(body).Contains(HobbyTown.Wish, StringComparison.Ordinal))
            {
                return new StubAnswer(ChatStub.Draft(said.Name, said.All, said.Truth));
            }

            obeyed++;
            return new StubAnswer(ChatStub.Draft(HobbyTown.Wish, said.All, "They buy golden Zorgon coins."));
        });
        var segments = await town.MineAsync(town.Namer(stub), Token);
        obeyed.ShouldBeGreaterThan(0, "the attack must have reached the model, else this test shows nothing");
        segments.ShouldAllBe(segment => !segment.Card.Name.Contains("Zorgon") && !segment.Card.Description.Contains("Zorgon"));
    }

    [Theory]
    [InlineData("Freunde der Lampen und der Gärten", "Sie schreiben über Lampen und Pakete und fragen nach dem Garten.", "language")]
    [InlineData("Too short", "They change light bulbs.", "words")]
    [InlineData("People with 3 lamps and parcels", "They change light bulbs.", "number")]
    [InlineData("Friends of anna@example.org and lamps", "They change light bulbs.", "personal data")]
    [InlineData("Visit www.lamps.example for desk lamps", "They change light bulbs.", "link")]
    public async Task ANameThatBreaksARuleGivesWayToAnExtractiveOne(string name, string clause, string fault)
    {
        using var town = new HobbyTown();
        using var stub = new ChatStub((_, body) => new StubAnswer(ChatStub.Draft(name, Read(body).All, clause)));
        var segments = await town.MineAsync(town.Namer(stub), Token);
        segments.ShouldAllBe(segment => segment.Facts.Naming!.Maker == ExtractiveSegmentNamer.Maker && segment.Card.Name != name);
        segments.ShouldContain(segment => segment.Facts.Naming!.Note!.Contains(fault));
        segments.ShouldAllBe(segment => !segment.Facts.Naming!.Note!.Contains("example.org"));
    }

    [Fact]
    public async Task TheSameNameForAllIsGivenOnce()
    {
        using var town = new HobbyTown();
        using var stub = new ChatStub((_, body) => new StubAnswer(ChatStub.Draft(Truths[0].Name, Read(body).All, Read(body).Truth)));
        (await town.MineAsync(town.Namer(stub), Token)).Select(segment => segment.Card.Name).ShouldBeUnique();
    }

    [Fact]
    public async Task ARefreshWithoutChangeMakesNoCall()
    {
        using var town = new HobbyTown();
        using var stub = new ChatStub((_, body) => Read(body) is var said ? new StubAnswer(ChatStub.Draft(said.Name, said.All, said.Truth)) : null!);
        var first = await town.MineAsync(town.Namer(stub), Token);
        var calls = stub.Asked.Count;
        calls.ShouldBe(first.Count);
        var again = town.Namer(stub);
        (await town.MineAsync(again, Token)).Select(segment => segment.Card.Name).ShouldBe(first.Select(segment => segment.Card.Name));
        (stub.Asked.Count, again.Usage.Remembered).ShouldBe((calls, calls));
    }

    [Fact]
    public async Task ExtractiveNamesPassTheSameProof()
    {
        using var town = new HobbyTown();
        var segments = await town.MineAsync(new ExtractiveSegmentNamer(), Token);
        segments.ShouldAllBe(segment => segment.Facts.Naming!.Struck.Count == 0 && segment.Facts.Naming.Maker == ExtractiveSegmentNamer.Maker);
    }
}
