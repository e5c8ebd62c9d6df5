using TextSeg.Engine.Edits;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Storage.Backups;

namespace TextSeg.Engine.Tests.Edits;

/// <summary>A community that was mined once; tests edit copies of it.</summary>
public sealed class MinedCommunity : IAsyncLifetime
{
    private readonly SmallCommunity _community = new();

    public async ValueTask InitializeAsync() => await _community.MineAsync([_community.WritePosts(400)]);

    public ValueTask DisposeAsync()
    {
        _community.Dispose();
        return ValueTask.CompletedTask;
    }

    internal EditedCommunity Copy()
    {
        var copy = new EditedCommunity();
        if (_community.Address.Server is not null || _community.Address.Vectors is not null)
        {
            CopyByBackupAsync(copy).GetAwaiter().GetResult();
            return copy;
        }

        foreach (var file in Directory.EnumerateFiles(_community.Data, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.Community.Data, Path.GetRelativePath(_community.Data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    private async Task CopyByBackupAsync(EditedCommunity copy)
    {
        using var reader = _community.OpenToRead();
        var backup = copy.Community.Folder.File("backup");
        await WorkspaceBackup.WriteAsync(reader, backup, new FixedClock());
        await WorkspaceRestore.ReadAsync(backup, copy.Community.Address);
    }
}

/// <summary>A community to edit.</summary>
internal sealed class EditedCommunity : IDisposable
{
    public SmallCommunity Community { get; } = new();

    public void Dispose() => Community.Dispose();

    public async Task<EditOutcome> Edit(Func<WorkspaceEdits, Task<EditOutcome>> edit)
    {
        using var workspace = Community.OpenToWrite();
        return await edit(new WorkspaceEdits(workspace, new FixedClock()));
    }

    public T Read<T>(Func<Workspace, T> read)
    {
        using var workspace = Community.OpenToRead();
        return read(workspace);
    }

    /// <summary>The topics that are read first, the largest first.</summary>
    public IReadOnlyList<TopicSummary> Topics() => Read(workspace => new TopicQueries(workspace).AtReaderLevel());

    public IReadOnlyList<EditEntry> List() => Read(workspace => new WorkspaceEdits(workspace, new FixedClock()).List());

    /// <summary>External ids of the posts of a topic, in the order of their numbers.</summary>
    public IReadOnlyList<string> PostsOf(string topic) => Read(workspace => workspace.Connection.Query(
        "SELECT ExternalId FROM PostTopics JOIN Posts ON Posts.Id = PostId WHERE RunId > 0 AND TopicId = $1 ORDER BY PostId", row => row.GetString(0), topic).ToList());

    public string? TopicOf(string post) => Read(workspace => workspace.Connection.Query(
        "SELECT TopicId FROM PostTopics JOIN Posts ON Posts.Id = PostId WHERE RunId > 0 AND ExternalId = $1", row => row.Text(0), post).Single());

    /// <summary>Everything a reader can see of topics and segments.</summary>
    public string Visible() => Community.Visible();

    /// <summary>Sizes, authors, parents and typical posts are those of the posts as they lie now.</summary>
    public void ShouldBeConsistent() => Read(workspace =>
    {
        var run = CurrentRun.Read(workspace);
        var queries = new TopicQueries(workspace);
        var all = queries.All();
        foreach (var topic in all)
        {
            var sql = new FilterSql(workspace, new SearchFilter { Topic = topic.Id }, run.Id);
            var posts = workspace.Connection.Query($"SELECT Id, MemberId FROM Posts WHERE {sql.Where}", row => (row.GetInt64(0), row.GetInt64(1)), sql.Values).ToDictionary();
            topic.Posts.ShouldBe(posts.Count, topic.Id);
            topic.Posts.ShouldBeGreaterThan(0, topic.Id);
            topic.Members.ShouldBe(posts.Values.Distinct().Count(), topic.Id);
            queries.Get(topic.Id).Facts.Exemplars.ShouldBeSubsetOf(posts.Keys, topic.Id);
            all.ShouldContain(other => topic.Level == 0 ? topic.Parent == null : other.Id == topic.Parent && other.Level == topic.Level - 1, topic.Id);
        }

        run.Facts.Levels.Select(level => level.Topics).ShouldBe(all.CountBy(topic => topic.Level).OrderBy(pair => pair.Key).Select(pair => pair.Value));
        all.Where(topic => topic.Level == run.Facts.ReaderLevel).Select(topic => topic.Name).ShouldBeUnique();
        return true;
    });
}
