using Shouldly;
using TextSeg.Nlp.Encoders;
using Xunit;

namespace TextSeg.Nlp.Tests.Encoders;

public sealed class EncoderOptionsTests
{
    [Fact]
    public void TheDefaultsAreValid() => Should.NotThrow(new EncoderOptions().Validate);

    [Fact]
    public void AllFaultsAreNamedAtOnce()
    {
        var fault = Should.Throw<ArgumentException>(new EncoderOptions { Threads = -1, TokensPerBatch = 0 }.Validate);
        fault.Message.ShouldContain("Threads");
        fault.Message.ShouldContain("TokensPerBatch");
    }
}
