using Shouldly;
using TextSeg.Nlp.Inference;
using Xunit;

namespace TextSeg.Nlp.Tests.Inference;

public sealed class InferenceOptionsTests
{
    [Fact]
    public void TheDefaultsAreValid() => Should.NotThrow(new InferenceOptions().Validate);

    [Fact]
    public void AllFaultsAreNamedAtOnce()
    {
        var fault = Should.Throw<ArgumentException>(new InferenceOptions { Threads = -1, TokensPerBatch = 0 }.Validate);
        fault.Message.ShouldContain("Threads");
        fault.Message.ShouldContain("TokensPerBatch");
    }
}
