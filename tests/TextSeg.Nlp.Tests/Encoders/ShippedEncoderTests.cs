using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using Shouldly;
using TextSeg.Nlp.Encoders;
using TextSeg.Nlp.Inference;
using TextSeg.Nlp.ModelFiles;
using TextSeg.Testing;
using Xunit;

namespace TextSeg.Nlp.Tests.Encoders;

public sealed class ShippedEncoder : IDisposable
{
    public ModelFolder Model { get; } = new ModelCatalog([Repository.PathOf("models")], Repository.PathOf("artifacts/no-user-models")).FindDefault(ModelKind.Encoder);

    public OnnxEncoder Encoder => field ??= OnnxEncoder.Load(Model);

    public float[][] Encode(params string[] texts) => EncodeWith(Encoder, texts);

    public static float[][] EncodeWith(OnnxEncoder encoder, string[] texts)
    {
        var rows = new float[texts.Length * encoder.Dimension];
        encoder.Encode(texts, rows);
        return [.. rows.Chunk(encoder.Dimension)];
    }

    public void Dispose() => Encoder.Dispose();
}

public sealed class ShippedEncoderTests(ShippedEncoder shipped) : IClassFixture<ShippedEncoder>
{
    private static readonly string[] Texts =
    [
        "The invoice I got this morning charges me twice.", "Why was my card billed two times?", "How do I rotate the camera with the mouse?",
        "Die Rechnung ist doppelt abgebucht worden.", "", "🙂🙂", "a", "   ", "東京は雨です。", "ok", "ok", string.Join(' ', Enumerable.Repeat("word", 900)),
    ];

    [Fact]
    public void EveryTextGetsAVectorOfLengthOne()
    {
        foreach (var vector in shipped.Encode(Texts))
        {
            TensorPrimitives.Norm<float>(vector).ShouldBe(1, 1e-5);
        }
    }

    [Fact]
    public void ShufflingTheTextsChangesNoBit()
    {
        var order = Enumerable.Range(0, Texts.Length).ToArray();
        new Random(11).Shuffle(order);
        var plain = shipped.Encode(Texts);
        var shuffled = shipped.Encode([.. order.Select(i => Texts[i])]);
        for (var i = 0; i < order.Length; i++)
        {
            shuffled[i].ShouldBe(plain[order[i]]);
        }
    }

    [Theory]
    [InlineData(1, 1024)]
    [InlineData(2, 1)]
    [InlineData(3, 64)]
    public void ThreadsAndBatchesChangeNoBit(int threads, int tokensPerBatch)
    {
        using var other = OnnxEncoder.Load(shipped.Model, new InferenceOptions { Threads = threads, TokensPerBatch = tokensPerBatch });
        ShippedEncoder.EncodeWith(other, Texts).ShouldBe(shipped.Encode(Texts));
    }

    [Theory]
    [InlineData("My parcel has not arrived yet.", "The delivery is late, where is my package?", "Which chords does this song use?")]
    [InlineData("The program crashes when I open a large file.", "It quits with an error while loading big documents.", "The soup needs more salt.")]
    [InlineData("I would like to cancel my subscription.", "Please end my membership.", "The shader compiles but the model stays black.")]
    public void RelatedSentencesAreNearerThanUnrelatedOnes(string text, string related, string unrelated)
    {
        var vectors = shipped.Encode(text, related, unrelated);
        Cosine(vectors[0], vectors[1]).ShouldBeGreaterThan(Cosine(vectors[0], vectors[2]) + 0.1f);
    }

    [Fact]
    public void AWordSaidManyTimesDoesNotDrownTheRest()
    {
        const string Post = "The parcel arrived four days late.";
        var vectors = shipped.Encode(Post, Post + string.Concat(Enumerable.Repeat(" please", 30)));
        Cosine(vectors[0], vectors[1]).ShouldBeGreaterThan(0.4f, "it is 0.09 where each word counts alike");
    }

    [Fact]
    public void WhatALongPostSaysFirstCountsMoreThanWhatItSaysLast()
    {
        const string Post = "The invoice charges me twice.";
        const string Aside = "We have three rooms in the house and the walls are white, my brother built the stairs out of oak, the garden is behind it, and there is a pond with fish, next to it a small shed, where we keep the bikes and the old chairs, and on Sundays we sit there with tea and read the paper, while the cat sleeps on the roof and the neighbour mows the lawn.";
        var vectors = shipped.Encode(Post, $"{Post} {Aside}", $"{Aside} {Post}");
        Cosine(vectors[0], vectors[1]).ShouldBeGreaterThan(Cosine(vectors[0], vectors[2]) + 0.05f);
    }

    [Theory]
    [InlineData("Where can I buy a train ticket?", "Wo kann ich eine Fahrkarte für den Zug kaufen?", "Der Hund schläft im Garten.")]
    [InlineData("The hotel room was clean and quiet.", "La chambre d'hôtel était propre et calme.", "Mon ordinateur ne démarre plus.")]
    [InlineData("I forgot my password.", "He olvidado mi contraseña.", "La película fue muy aburrida.")]
    public void ATranslationIsNearerThanAnotherSentenceOfItsLanguage(string text, string translation, string other)
    {
        var vectors = shipped.Encode(text, translation, other);
        Cosine(vectors[0], vectors[1]).ShouldBeGreaterThan(Cosine(vectors[0], vectors[2]) + 0.1f);
    }

    [Fact]
    public async Task TheGeneratorGivesTheSameVectorsAndSaysWhatMadeThem()
    {
        var generated = await shipped.Encoder.GenerateAsync(Texts, cancellationToken: TestContext.Current.CancellationToken);
        generated.Select(e => e.Vector.ToArray()).ShouldBe(shipped.Encode(Texts));
        generated[0].ModelId.ShouldBe(shipped.Model.Id);
        shipped.Encoder.GetService(typeof(EmbeddingGeneratorMetadata)).ShouldBeOfType<EmbeddingGeneratorMetadata>().DefaultModelDimensions.ShouldBe(shipped.Encoder.Dimension);
    }

    [Fact]
    public void ACancelledRunStops() =>
        Should.Throw<OperationCanceledException>(() => shipped.Encoder.Encode(Texts, new float[Texts.Length * shipped.Encoder.Dimension], cancellation: new CancellationToken(canceled: true)));

    [Fact]
    public void ATableThatIsTooSmallIsRefused() =>
        Should.Throw<ArgumentException>(() => shipped.Encoder.Encode(Texts, new float[5])).Message.ShouldContain("need");

    [Fact]
    public void ProgressReachesTheNumberOfTexts()
    {
        var progress = new HighestReport();
        shipped.Encoder.Encode(Texts, new float[Texts.Length * shipped.Encoder.Dimension], progress: progress);
        progress.Highest.ShouldBe(Texts.Length);
    }

    [Fact]
    public void TheCardNamesItsSourcesAndFitsTheSizeLimit()
    {
        shipped.Model.Card.TrainedOn.ShouldAllBe(source => source.Licence.Length > 0);
        shipped.Model.Card.TrainedOn.ShouldNotBeEmpty();
        shipped.Model.Card.Files.Sum(f => new FileInfo(shipped.Model.PathOf(f.Path)).Length).ShouldBeLessThan(30_000_000);
    }

    private static float Cosine(float[] left, float[] right) => TensorPrimitives.CosineSimilarity<float>(left, right);

    private sealed class HighestReport : IProgress<int>
    {
        private readonly Lock _lock = new();

        public int Highest { get; private set; }

        public void Report(int value)
        {
            lock (_lock)
            {
                Highest = Math.Max(Highest, value);
            }
        }
    }
}
