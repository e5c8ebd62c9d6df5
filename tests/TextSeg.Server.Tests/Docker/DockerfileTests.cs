using System.Text.RegularExpressions;

namespace TextSeg.Server.Tests.Docker;

public sealed partial class DockerfileTests
{
    private readonly string[] _lines = File.ReadAllLines(Repository.PathOf("docker/Dockerfile"));

    [Fact]
    public void BaseImagesArePinnedAndTheLastOneHasNoCompiler()
    {
        var images = Of("FROM ").Select(line => line.Split(' ')[0]).ToArray();
        images.ShouldAllBe(image => Pinned().IsMatch(image));
        images.Length.ShouldBe(2);
        images[^1].ShouldContain("/aspnet:");
    }

    [Fact]
    public void WhatIsCopiedIsThereAndIsNotKeptFromTheBuild()
    {
        var let = File.ReadAllLines(Repository.PathOf(".dockerignore")).Where(line => line.StartsWith('!')).Select(line => line[1..]).ToArray();
        var copied = Of("COPY ").Where(line => !line.StartsWith("--from", StringComparison.Ordinal)).SelectMany(line => line.Split(' ')[..^1]).ToArray();
        copied.ShouldNotBeEmpty();
        copied.ShouldAllBe(path => Path.Exists(Repository.PathOf(path)));
        copied.ShouldBeSubsetOf(let);
        Path.Exists(Repository.PathOf(Of("RUN dotnet publish ").Single().Split(' ')[0])).ShouldBeTrue();
    }

    [Fact]
    public void ItRunsAsNobodyInParticularAndTellsHowItIs()
    {
        Of("USER ").Single().ShouldBe("1654:1654");
        Of("HEALTHCHECK ").Length.ShouldBe(1);
        Of("VOLUME ").ShouldBe(["/data"]);
        Of("ENTRYPOINT ").ShouldBe(["[\"/app/textseg\"]"]);
    }

    private string[] Of(string instruction) => [.. _lines.Where(line => line.StartsWith(instruction, StringComparison.Ordinal)).Select(line => line[instruction.Length..])];

    [GeneratedRegex(@":\d+\.\d+\.\d+-[a-z]+$")]
    private static partial Regex Pinned();
}
