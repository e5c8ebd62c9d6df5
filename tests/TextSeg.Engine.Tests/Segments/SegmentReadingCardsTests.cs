using System.Globalization;
using System.Text;
using System.Text.Json;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Segments;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage;
using TextSeg.Nlp.Languages;

namespace TextSeg.Engine.Tests.Segments;

public sealed class SegmentReadingCardsTests
{
    private static readonly string[][] Words = [["lamp", "bulb", "switch", "light"], ["invoice", "refund", "bank", "receipt"]];

    // Thirty members write about lamps and share what they built, thirty about invoices and report problems; each ninth post cannot be told.
    private static string Posts()
    {
        var csv = new StringBuilder("id,author,created_at,body\n");
        for (var i = 0; i < 480; i++)
        {
            var words = Words[i % 2];
            csv.AppendLine(CultureInfo.InvariantCulture, $"p{i},m{i % 60},2023-0{1 + (i % 9)}-11,\"the {words[i / 2 % 4]} beside {words[i / 3 % 4]} and {words[i / 5 % 4]} in room {i % 97} of {words[i / 7 % 4]}\"");
        }

        return csv.ToString();
    }

    private static InventedReading Of(int post) => post % 9 == 8 ? InventedReading.Unsure : post % 2 == 0 ? InventedReading.Pleased : InventedReading.Angry;

    [Fact]
    public async Task WhatASegmentWantsStandsBesideEverybodyElseWithItsLimitsAndQuotes()
    {
        using var folder = new TemporaryFolder();
        using var workspace = Workspace.OpenToWrite(folder.File("data"));
        using var encoder = new WordHashEncoder();
        var tools = new MiningTools(encoder, LanguageIdentifier.Load(Repository.PathOf("models/languages")));
        var pipeline = new MiningPipeline(workspace, tools, new MiningOptions(), new FixedClock());
        var cancellation = TestContext.Current.CancellationToken;
        await pipeline.RunBatchStagesAsync(InputFinder.Find([folder.Write("posts.csv", Posts())]), null, cancellation);
        InventedReadings.Write(workspace, Of);
        await pipeline.RunCorpusStagesAsync(null, cancellation);

        var cards = new SegmentQueries(workspace).All();
        cards.Count.ShouldBeGreaterThan(1);
        var reporting = cards.Select(card => card.Facts.Deserialize<SegmentFacts>(StoredJson.Options)!.Readings.ShouldNotBeNull()).First(read => read.Wants[0].Label == "report-problem");
        var want = reporting.Wants[0];
        want.Here.ShouldBe(1);
        want.Elsewhere.ShouldBeLessThan(0.5);
        want.Differs.ShouldBeTrue();
        reporting.Wants.Concat(reporting.Feels).ShouldAllBe(one => one.Low <= one.Here && one.Here <= one.High);
        reporting.Feels.Select(one => one.Label).ShouldContain("frustrated");
        reporting.UnsureWants.ShouldBe(1 / 9.0, 0.03);
        reporting.Quotes.Select(quote => quote.Words).ShouldContain("report a problem");
        reporting.Quotes.Select(quote => quote.Post).ShouldBeUnique();
        cards.ShouldContain(card => card.Description.Contains("posts that report a problem (100 %"));
    }
}
