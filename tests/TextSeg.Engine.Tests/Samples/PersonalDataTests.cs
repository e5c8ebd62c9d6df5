using System.Globalization;
using System.Net;
using System.Numerics;
using Shouldly;
using TextSeg.Engine.Samples;
using Xunit;

namespace TextSeg.Engine.Tests.Samples;

public sealed class PersonalDataTests(SampleOf20000 sample) : IClassFixture<SampleOf20000>
{
    [Theory]
    [InlineData("email")]
    [InlineData("phone")]
    [InlineData("card")]
    [InlineData("iban")]
    [InlineData("ip")]
    [InlineData("address")]
    [InlineData("handle")]
    public void EveryKindIsPlantedMoreThanOnce(string kind) => Values(kind).Count.ShouldBeGreaterThan(5);

    [Fact]
    public void CardNumbersPassLuhn() => Values("card").ShouldAllBe(value => LuhnSum(value) % 10 == 0);

    [Fact]
    public void IbansHaveRightCheckDigits() => Values("iban").ShouldAllBe(value => IbanRemainder(value) == 1);

    [Fact]
    public void AddressesOfMailAndNetworkBelongToNobody()
    {
        Values("email").ShouldAllBe(value => value.Contains("@example."));
        Values("ip").ShouldAllBe(value => IPAddress.Parse(value).ToString() == value);
        Values("handle").ShouldAllBe(value => value.StartsWith('@') && value.Length > 1);
    }

    private List<string> Values(string kind) =>
        [.. sample.Posts.SelectMany(post => post.Truth.PersonalData.Where(span => span.Kind == kind).Select(span => post.Text.Substring(span.Start, span.Length)))];

    private static int LuhnSum(string card) => card.Where(char.IsAsciiDigit).Reverse()
        .Select((digit, i) => (digit - '0') * ((i % 2) + 1))
        .Sum(value => value > 9 ? value - 9 : value);

    private static int IbanRemainder(string iban)
    {
        var plain = iban.Replace(" ", "", StringComparison.Ordinal);
        var digits = string.Concat((plain[4..] + plain[..4]).Select(c => char.IsAsciiDigit(c) ? c.ToString() : (c - 'A' + 10).ToString(CultureInfo.InvariantCulture)));
        return (int)(BigInteger.Parse(digits, CultureInfo.InvariantCulture) % 97);
    }
}
