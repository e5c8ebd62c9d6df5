using TextSeg.Engine.Access;

namespace TextSeg.Engine.Tests.Access;

public sealed class SecretSealTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WhatIsClosedIsOpenedByTheSameFolderForTheSamePurposeOnly()
    {
        var closed = SecretSeal.Load(_folder.Path, "").Close("open sesame", "source/1");
        closed.ShouldNotContain("sesame");
        SecretSeal.Load(_folder.Path, "").Open(closed, "source/1").ShouldBe("open sesame");
        Should.Throw<JobException>(() => SecretSeal.Load(_folder.Path, "").Open(closed, "source/2")).Message.ShouldContain("SealingKey");
        Should.Throw<JobException>(() => SecretSeal.Load(_folder.Path, Convert.ToBase64String(new byte[32])).Open(closed, "source/1"));
    }

    [Fact]
    public void TheSameSecretIsClosedDifferentlyEachTime() =>
        SecretSeal.Load(_folder.Path, "").Close("a", "p").ShouldNotBe(SecretSeal.Load(_folder.Path, "").Close("a", "p"));

    [Fact]
    public void OnlyTheOwnerMayReadTheKey()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other rights.");
            return;
        }

        SecretSeal.Load(_folder.Path, "");
        File.GetUnixFileMode(_folder.File("sealing.key")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void AFileWithoutAKeyIsAFaultThatSaysWhatToDo()
    {
        _folder.Write("sealing.key", "nothing");
        Should.Throw<JobException>(() => SecretSeal.Load(_folder.Path, "")).Message.ShouldContain("restore it");
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("AAAA")]
    [InlineData("")]
    public void WhatIsClosedByNobodyIsNotOpened(string closed) => Should.Throw<JobException>(() => SecretSeal.Load(_folder.Path, "").Open(closed, "p"));
}
