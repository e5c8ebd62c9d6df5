using Shouldly;
using TextSeg.Nlp.Privacy;
using Xunit;

namespace TextSeg.Nlp.Tests.Privacy;

public sealed class NameEvidenceTests
{
    private static readonly (string? Author, string? Thread, string Text)[] SmallTalk =
        [.. Enumerable.Range(0, 60).Select(i => ((string?)$"neighbour{i}", (string?)$"small talk {i}", $"More water for plant {i}, please.\nThanks"))];

    [Fact]
    public void ABeginningOfAHandleWithWhichItsOwnerSignsIsAName()
    {
        NameEvidence evidence = Read(("miralundqvist", "t1", "The lid does not close.\nMira"), ("miralundqvist", "t2", "It does now.\n\n- mira -"), ("bo", "t2", "well done mira"));
        evidence.Signed().ShouldBe(["mira"]);
        new PersonalDataMasker(["miralundqvist", "bo"], null, evidence).Mask("Ask Mira, or mira, for it; miracles take longer").Text
            .ShouldBe("Ask [name], or [name], for it; miracles take longer");
    }

    [Fact]
    public void ANameThatIsNoPartOfTheHandleIsLearnedFromThreeSignatures()
    {
        (string?, string?, string)[] posts = [.. Enumerable.Range(0, 3).Select(i => ((string?)"seabird", (string?)$"t{i}", $"Lamp {i} hums.\nLasse"))];
        Read(posts).Signed().ShouldBe(["lasse"]);
        Read(posts[..2]).Signed().ShouldBeEmpty();
    }

    [Fact]
    public void PartsOfAHandleAreNamesWhereItsOwnerIsSpokenTo()
    {
        NameEvidence evidence = Read(("TildaMoorcroft7", "t1", "Where is the valve?"), ("bo", "t1", "Hello Tilda, behind the pump."), ("eva", "t1", "As Moorcroft found out, yes."));
        evidence.Spoken().ShouldBe(["moorcroft", "tilda"]);
        var masker = new PersonalDataMasker(["TildaMoorcroft7"], null, evidence);
        masker.Mask("Tilda says: a tilda is no tilde").Text.ShouldBe("[name] says: a tilda is no tilde");
    }

    [Theory]
    [InlineData("water123", "water")]
    [InlineData("PleaseWait", "please")]
    [InlineData("thanksgiver", "thanks")]
    public void AnOrdinaryWordIsNoNameThoughItsOwnerEndsWithIt(string handle, string word)
    {
        NameEvidence evidence = Read([.. Enumerable.Range(0, 4).Select(i => ((string?)handle, (string?)$"t{i}", $"The pump is dry.\n{char.ToUpperInvariant(word[0])}{word[1..]}"))]);
        evidence.Signed().ShouldBeEmpty();
        evidence.Spoken().ShouldBeEmpty();
        new PersonalDataMasker([handle], null, evidence).Mask($"More {word} here").Text.ShouldBe($"More {word} here");
    }

    [Fact]
    public void AProductInAHandleIsNoNameBecauseAllSpeakOfIt()
    {
        NameEvidence evidence = Read(("GraphlyFan", "t1", "I like Graphly."), ("bo", "t1", "Graphly is good."), ("eva", "t2", "Graphly hangs."), ("ida", "t3", "Why does Graphly hang?"));
        evidence.Spoken().ShouldBeEmpty();
    }

    [Fact]
    public void ThingsOfWhichOnlyTheirLoverWritesAreNoNames() =>
        Read(("PumaFriend", "t1", "The Puma sleeps."), ("PumaFriend", "t2", "The Puma is awake.")).Spoken().ShouldBeEmpty();

    [Fact]
    public void MarkUpAroundASignatureDoesNotHideIt() =>
        Read(("yorickvantoll", "t1", "<p>It works.</p><p>Yorick</p>"), ("yorickvantoll", "t2", "<div>Not here.<br/>Yorick</div>")).Signed().ShouldBe(["yorick"]);

    [Fact]
    public void TheOrderOfPostsDoesNotMatter()
    {
        (string?, string?, string)[] posts = [("TildaMoorcroft7", "t1", "Where?\nTilda"), ("bo", "t1", "Hello Moorcroft"), (null, null, "Tilda"), ("TildaMoorcroft7", null, "Here.\nTilda")];
        NameEvidence forward = Read(posts);
        Array.Reverse(posts);
        NameEvidence backward = Read(posts);
        forward.Signed().ShouldBe(["tilda"]);
        backward.Signed().ShouldBe(forward.Signed());
        backward.Spoken().ShouldBe(forward.Spoken());
    }

    [Fact]
    public void ANameThatIsAWordTooIsMaskedWhereItClosesAPost()
    {
        var masker = new PersonalDataMasker(["Grace"]);
        masker.Mask("The lid is tight.\nGrace").Text.ShouldBe("The lid is tight.\n[name]");
        masker.Mask("Grace\nis what the lid lacks").Text.ShouldBe("Grace\nis what the lid lacks");
    }

    private static NameEvidence Read(params (string? Author, string? Thread, string Text)[] posts)
    {
        var evidence = new NameEvidence();
        foreach ((string? author, string? thread, string text) in posts.Concat(SmallTalk))
        {
            evidence.Note(author, thread, text);
        }

        foreach ((string? author, string? thread, string text) in posts.Concat(SmallTalk))
        {
            evidence.Count(author, thread, text);
        }

        return evidence;
    }
}
