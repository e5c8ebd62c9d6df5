using TextSeg.Engine.Annotation;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage;
using TextSeg.Nlp.Languages;

namespace TextSeg.Engine.Tests.Annotation;

public sealed class LanguageSettlementTests : IDisposable
{
    private const string German = "Ich habe gestern die Lampe im Wohnzimmer aufgehängt und jetzt flackert sie jeden Abend, sobald die Heizung läuft.";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AShortPostTakesTheLanguageOfItsThread()
    {
        var languages = await LanguagesAsync($"id,thread,body\n1,a,{Quoted(German)}\n2,a,{Quoted(German.Replace("Lampe", "Leuchte", StringComparison.Ordinal))}\n3,a,ok super\n");
        languages.ShouldBe(["de", "de", "de"]);
    }

    [Fact]
    public async Task WhatTheSourceStatesIsTaken()
    {
        var languages = await LanguagesAsync($"id,lang,body\n1,fr,{Quoted(German)}\n2,de-AT,{Quoted(German)}\n");
        languages.ShouldBe(["fr", "de"]);
    }

    private static string Quoted(string text) => $"\"{text}\"";

    private async Task<string[]> LanguagesAsync(string csv)
    {
        using var workspace = Workspace.OpenToWrite(_folder.File("data"));
        await new IngestStage(workspace, new IngestOptions(), new FixedClock()).RunAsync([InputFile.Of(_folder.Write("a.csv", csv))], null, CancellationToken.None);
        new AnnotateStage(workspace, LanguageIdentifier.Load(Repository.PathOf("models/languages"))).Run(null, CancellationToken.None);
        using var context = workspace.CreateContext();
        return [.. context.Posts.OrderBy(post => post.ExternalId).Select(post => post.Language!)];
    }
}
