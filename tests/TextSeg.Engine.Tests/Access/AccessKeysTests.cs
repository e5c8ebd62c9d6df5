using System.Text;
using TextSeg.Engine.Access;
using TextSeg.Engine.Storage.Catalog;

namespace TextSeg.Engine.Tests.Access;

public sealed class AccessKeysTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HandClock _clock = new();
    private readonly ServiceCatalog _catalog;
    private readonly AccessKeys _keys;

    public AccessKeysTests()
    {
        _catalog = ServiceCatalog.Open(_folder.Path);
        _keys = new AccessKeys(_catalog, _clock);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ASecretStandsInNoFileOfTheDataFolder()
    {
        var (secret, key) = await _keys.CreateAsync(new NewAccessKey(AccessKeyKind.Key, "loader of posts", Role.Analyst));
        await _keys.FindAsync(secret);
        var files = Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(ReadShared).ToArray();
        files.ShouldContain(bytes => Holds(bytes, "loader of posts"), "what is kept can be found in this way");
        files.ShouldNotContain(bytes => Holds(bytes, secret));
        var rest = secret[key.Prefix.Length..];
        files.ShouldNotContain(bytes => Holds(bytes, rest));
    }

    [Fact]
    public async Task EachSecretIsAnotherAndOpensWhatItWasMadeFor()
    {
        var wanted = new NewAccessKey(AccessKeyKind.Key, "one", Role.Analyst) { Workspace = "ours", Scopes = [Right.Read, Right.Mine] };
        var (first, second) = (await _keys.CreateAsync(wanted), await _keys.CreateAsync(wanted));
        first.Secret.ShouldNotBe(second.Secret);
        var found = (await _keys.FindAsync(first.Secret))!;
        found.Id.ShouldBe(first.Key.Id);
        (found.Opens("ours"), found.Opens("theirs")).ShouldBe((true, false));
        Enum.GetValues<Right>().Where(found.Allows).ShouldBe([Right.Read, Right.Mine]);
    }

    [Fact]
    public async Task AScopeGivesNoRightThatTheRoleHasNot()
    {
        var (_, key) = await _keys.CreateAsync(new NewAccessKey(AccessKeyKind.Key, "one", Role.Reader) { Scopes = [Right.Read, Right.Manage] });
        key.Allows(Right.Manage).ShouldBeFalse();
    }

    [Fact]
    public async Task AKeyEndsAtItsTime()
    {
        var (secret, _) = await _keys.CreateAsync(new NewAccessKey(AccessKeyKind.Key, "one", Role.Reader) { ExpiresAt = _clock.GetUtcNow().AddHours(1) });
        _clock.Pass(TimeSpan.FromMinutes(59));
        (await _keys.FindAsync(secret)).ShouldNotBeNull();
        _clock.Pass(TimeSpan.FromMinutes(1));
        (await _keys.FindAsync(secret)).ShouldBeNull();
    }

    [Fact]
    public async Task AKeyThatWasTakenBackOpensNothingAndStaysInTheList()
    {
        var (secret, key) = await _keys.CreateAsync(new NewAccessKey(AccessKeyKind.Key, "one", Role.Administrator));
        (await _keys.HasAdministratorAsync()).ShouldBeTrue();
        (await _keys.RevokeAsync(key.Id)).ShouldBeTrue();
        var takenBack = _clock.GetUtcNow();
        _clock.Pass(TimeSpan.FromDays(1));
        (await _keys.RevokeAsync(key.Id)).ShouldBeTrue();
        (await _keys.FindAsync(secret)).ShouldBeNull();
        (await _keys.ListAsync()).Single().RevokedAt.ShouldBe(takenBack);
        (await _keys.HasAdministratorAsync()).ShouldBeFalse();
        (await _keys.RevokeAsync(key.Id + 1)).ShouldBeFalse();
    }

    [Fact]
    public async Task TheLastUseIsNotedOnceAMinute()
    {
        var (secret, key) = await _keys.CreateAsync(new NewAccessKey(AccessKeyKind.Key, "one", Role.Reader));
        key.LastUsedAt.ShouldBeNull();
        var first = _clock.GetUtcNow();
        (await _keys.FindAsync(secret))!.LastUsedAt.ShouldBe(first);
        _clock.Pass(TimeSpan.FromSeconds(59));
        (await _keys.FindAsync(secret))!.LastUsedAt.ShouldBe(first);
        _clock.Pass(TimeSpan.FromSeconds(1));
        (await _keys.FindAsync(secret))!.LastUsedAt.ShouldBe(first.AddMinutes(1));
    }

    [Fact]
    public async Task ALinkIsUsedUpByOneOfManyAtTheSameMoment()
    {
        var (secret, link) = await _keys.CreateAsync(new NewAccessKey(AccessKeyKind.Link, "administrator", Role.Administrator));
        var uses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _keys.UseUpAsync(link.Id))));
        uses.Count(isOurs => isOurs).ShouldBe(1);
        (await _keys.FindAsync(secret)).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("ts_")]
    [InlineData("ts_0000")]
    [InlineData("' OR 1=1 --")]
    [InlineData("\0")]
    public async Task WhatIsNoSecretOpensNothing(string secret)
    {
        await _keys.CreateAsync(new NewAccessKey(AccessKeyKind.Key, "one", Role.Administrator));
        (await _keys.FindAsync(secret)).ShouldBeNull();
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static bool Holds(byte[] bytes, string words) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0;
}
