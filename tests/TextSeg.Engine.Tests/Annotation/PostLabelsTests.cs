using TextSeg.Engine.Annotation;
using TextSeg.Engine.Storage;
using TextSeg.Nlp.Classifiers;
using TextSeg.Nlp.Languages;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Engine.Tests.Annotation;

public sealed class PostLabelsTests : IDisposable
{
    private const string Csv = "id,body\n1,I love the great app\n2,the app is terrible and still broken again\n3,I love it. It is terrible.\n4,https://example.org/a\n5,how\n";
    private readonly SmallCommunity _community = new();
    private readonly OnnxClassifier _classifier = OnnxClassifier.Load(ModelFolder.Open(SmallClassifierFolder.Path));

    public void Dispose()
    {
        _classifier.Dispose();
        _community.Dispose();
    }

    [Fact]
    public async Task EveryPostWithWordsGetsTheLabelsOfAllHeads()
    {
        await MineAsync(_classifier);
        Labels("sentiment").ShouldBe(["1 positive", "2 negative", "3 mixed", "5 unsure"]);
        Labels("frustration").ShouldBe(["1 frustration", "2 frustration", "3 frustration", "5 frustration"]);
        Labels("intent").Count.ShouldBe(4);
        Labels("urgency").Count.ShouldBe(4);
        Labels("emotion").ShouldContain("1 joy");
        Rows("SELECT DISTINCT Model FROM Annotations WHERE Kind <> 'language'").ShouldBe([_classifier.Name]);
    }

    [Fact]
    public async Task WhatIsReadIsNotReadAgain()
    {
        using var counted = new CountedClassifier(_classifier);
        await MineAsync(counted);
        var texts = counted.TextsRead;
        await MineAsync(counted);
        (counted.TextsRead, texts > 0).ShouldBe((texts, true));
    }

    [Fact]
    public async Task APostWhoseWordsChangedIsReadAgain()
    {
        await MineAsync(_classifier);
        await _community.MineAsync([_community.Folder.Write("posts.csv", Csv.Replace("I love the great app", "the app is terrible", StringComparison.Ordinal))]);
        Labels("sentiment").ShouldBe(["1 negative", "2 negative", "3 mixed", "5 unsure"]);
    }

    [Fact]
    public async Task AnotherModelReadsAllPostsAgain()
    {
        await MineAsync(_classifier);
        using var other = OnnxClassifier.Load(ModelFolder.Open(SmallClassifierFolder.Copy(_community.Folder, "other", "\"unsureBelow\": 0.5", "\"unsureBelow\": 0.1")));
        await MineAsync(other);
        Labels("sentiment").ShouldBe(["1 positive", "2 negative", "3 mixed", "5 neutral"]);
        Rows("SELECT DISTINCT Model FROM Annotations WHERE Kind <> 'language'").ShouldBe([other.Name]);
    }

    [Fact]
    public async Task WithoutAModelOnlyTheLanguageIsTold()
    {
        await MineAsync(null);
        Rows("SELECT DISTINCT Kind FROM Annotations").ShouldBe(["language"]);
    }

    [Fact]
    public async Task ARunThatStoppedWhileReadingGoesOnToTheSameLabels()
    {
        await _community.MineAsync([_community.WritePosts(250)]);
        using (var workspace = _community.OpenToWrite())
        {
            using var stopping = new CountedClassifier(_classifier) { StopAfterCalls = 2 };
            Should.Throw<InvalidOperationException>(() => Annotate(workspace, stopping));
        }

        Rows("SELECT COUNT(DISTINCT PostId) FROM Annotations WHERE Kind = 'sentiment'").ShouldBe(["200"]);
        using (var workspace = _community.OpenToWrite())
        {
            Annotate(workspace, _classifier);
        }

        var continued = _community.Visible();
        using (var workspace = _community.OpenToWrite())
        {
            workspace.Connection.Execute("DELETE FROM Annotations WHERE Kind <> 'language'");
            Annotate(workspace, _classifier);
        }

        _community.Visible().ShouldBe(continued);
    }

    private static void Annotate(Workspace workspace, ITextClassifier classifier) =>
        new AnnotateStage(workspace, LanguageIdentifier.Load(Repository.PathOf("models/languages"))) { Classifier = classifier, PostsReadAtOnce = 100 }
            .Run(progress: null, CancellationToken.None);

    private async Task MineAsync(ITextClassifier? classifier)
    {
        _community.Classifier = classifier;
        await _community.MineAsync([_community.Folder.Write("posts.csv", Csv)]);
    }

    private List<string> Labels(string kind) => Rows(
        $"SELECT ExternalId || ' ' || Label FROM Annotations JOIN Posts ON Posts.Id = PostId WHERE Annotations.Kind = '{kind}' ORDER BY ExternalId, Label");

    private List<string> Rows(string sql)
    {
        using var workspace = _community.OpenToRead();
        return [.. workspace.Connection.Query(sql, row => row.GetValue(0).ToString()!)];
    }

    private sealed class CountedClassifier(ITextClassifier inner) : ITextClassifier
    {
        private int _calls;

        public int StopAfterCalls { get; init; } = int.MaxValue;

        public int TextsRead { get; private set; }

        public string Name => inner.Name;

        public IReadOnlyList<ClassifierHead> Heads => inner.Heads;

        public IReadOnlyList<TextReading> Read(IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
        {
            if (_calls++ == StopAfterCalls)
            {
                throw new InvalidOperationException("stopped");
            }

            TextsRead += texts.Count;
            return inner.Read(texts, cancellationToken);
        }

        public void Dispose()
        {
        }
    }
}
