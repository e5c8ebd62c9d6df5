using Shouldly;
using TextSeg.Engine.Samples;
using Xunit;

namespace TextSeg.Engine.Tests.Samples;

public sealed class SampleTruthFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [Fact]
    public void WhatWasWrittenIsReadBack()
    {
        var community = new SampleCommunity(new SampleOptions { Members = 60, Posts = 600, Seed = 4 });
        using (var truth = File.Create(_path))
        {
            SampleWriter.Write(community, Stream.Null, truth);
        }

        var read = SampleTruthFile.Read(_path);

        read.Community.Segments.ShouldBe(community.Truth.Segments);
        read.Community.Topics.ShouldBe(community.Truth.Topics);
        read.Community.Rise.ShouldBe(community.Truth.Rise);
        read.Community.Members.ShouldBe(community.Truth.Members);
        read.SegmentOfMember()["m000007"].ShouldBe(community.Truth.Members[6].Segment);
        foreach (var post in community.Posts())
        {
            var planted = read.Posts[post.Id];
            planted.PersonalData.ShouldBe(post.Truth.PersonalData);
            (planted with { PersonalData = post.Truth.PersonalData }).ShouldBe(post.Truth);
        }
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"record\":\"topic\",\"id\":\"rain\"}")]
    [InlineData("{\"record\":\"topic\",\"id\":7,\"description\":\"rain\"}")]
    public void ALineThatIsNoTruthRecordIsNamed(string line)
    {
        File.WriteAllText(_path, "{\"record\":\"topic\",\"id\":\"rain\",\"description\":\"rain\"}\n" + line);

        Should.Throw<InvalidDataException>(() => SampleTruthFile.Read(_path)).Message.ShouldContain("Line 2");
    }

    [Fact]
    public void AFileWithoutTheCommunityIsRefused()
    {
        File.WriteAllText(_path, "{\"record\":\"topic\",\"id\":\"rain\",\"description\":\"rain\"}\n");

        Should.Throw<InvalidDataException>(() => SampleTruthFile.Read(_path)).Message.ShouldContain("no segments");
    }

    [Fact]
    public void AMissingFileIsSaid() => Should.Throw<FileNotFoundException>(() => SampleTruthFile.Read(_path)).Message.ShouldContain(_path);

    public void Dispose() => File.Delete(_path);
}
