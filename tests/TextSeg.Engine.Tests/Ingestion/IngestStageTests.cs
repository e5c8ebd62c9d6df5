using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Storage.Rows;

namespace TextSeg.Engine.Tests.Ingestion;

public sealed class IngestStageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task PersonalDataIsMaskedAndTheRawTextStays()
    {
        var post = (await IngestAsync("id,author,body\n1,Tilda Quist,\"write to tilda@example.org or ask Tilda Quist about it\"\n2,Bo,thank you very much\n"))[0];
        post.Prose!.ShouldNotContain("example.org");
        post.Prose!.ShouldContain("[email]");
        post.Masked!.ShouldContain("Email");
        post.RawText.ShouldContain("tilda@example.org");
    }

    [Fact]
    public async Task TheFirstNameBehindAHandleIsMaskedInAllPosts()
    {
        var posts = await IngestAsync("""
            id,author,thread,body
            1,tildaquistgaard,t1,"the shelf leans to the left
            Tilda"
            2,tildaquistgaard,t2,"the lamp is too bright
            tilda"
            3,bo,t3,"as tilda said, the shelf leans"
            """);
        posts.ShouldAllBe(post => !post.Prose!.Contains("tilda", StringComparison.OrdinalIgnoreCase) && post.Prose!.Contains("[name]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RepliesAreLinkedByIdAndByPlaceInTheThread()
    {
        var byId = await IngestAsync("id,author,reply_to,body\n1,ann,,where is the shelf\n2,bo,1.0,over there on the wall\n");
        byId[1].ReplyToPostId.ShouldBe(byId[0].Id);
        var byPlace = await IngestAsync("id,thread_id,post_number,reply_to_post_number,body\n7,t1,1,,where is the shelf\n8,t1,2,1,over there on the wall\n9,t2,1,,another thread here\n", "b.csv");
        byPlace[1].ReplyToPostId.ShouldBe(byPlace[0].Id);
    }

    [Fact]
    public async Task NearlyTheSameWordsGetOneTextKey()
    {
        const string text = "the lamp in my room blinks every evening when i turn on the heater and nobody in the shop could tell me what is wrong with it or how to repair it";
        var posts = await IngestAsync($"id,body\n1,{text}\n2,{text.ToUpperInvariant()}!\n3,{text.Replace("evening", "night", StringComparison.Ordinal)}\n4,a shelf is another thing altogether\n");
        posts.Select(post => post.TextKey).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task TheTitleOfAReviewIsTheAuthorsOwnAndThatOfAThreadIsNot()
    {
        var review = await IngestAsync("id,review_title,stars,review_text\n1,Bright but loud,4,the lamp hums all night long\n2,Fine,5,works as it should do\n");
        review[0].Prose.ShouldBe("Bright but loud\nthe lamp hums all night long");
        var forum = await IngestAsync("id,topic_title,thread_id,body\n1,Lamp hums,t1,the lamp hums all night long\n2,Lamp hums,t1,mine does not do that\n", "b.csv");
        forum[0].Prose.ShouldBe("the lamp hums all night long");
    }

    [Fact]
    public void FaultsOfAllOptionsAreSaidAtOnce()
    {
        using var workspace = Workspace.OpenToWrite(_folder.File("data"));
        var options = new IngestOptions { BatchPosts = 0, Threads = -1, Duplicates = { MaxWordings = 0 }, Sources = { SampleRows = 0 } };
        var fault = Should.Throw<JobException>(() => new IngestStage(workspace, options, TimeProvider.System));
        options.Faults().Count().ShouldBe(4);
        options.Faults().ShouldAllBe(sentence => fault.Message.Contains(sentence, StringComparison.Ordinal));
    }

    private async Task<List<StoredPost>> IngestAsync(string csv, string name = "a.csv")
    {
        using var workspace = Workspace.OpenToWrite(_folder.File("data-" + name));
        await new IngestStage(workspace, new IngestOptions(), new FixedClock()).RunAsync([InputFile.Of(_folder.Write(name, csv))], null, CancellationToken.None);
        using var context = workspace.CreateContext();
        return [.. context.Posts.OrderBy(post => post.Id)];
    }
}
