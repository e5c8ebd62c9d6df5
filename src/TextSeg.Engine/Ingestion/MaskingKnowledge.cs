using TextSeg.Engine.Storage;
using TextSeg.Nlp.Privacy;

namespace TextSeg.Engine.Ingestion;

/// <summary>What masking a post takes from all others: names of members, ordinary words of the corpus, and by which other names members go.</summary>
internal sealed class MaskingKnowledge
{
    private const int CorpusSample = 20_000;
    private long _lastMember;

    private MaskingKnowledge(PersonalDataMasker masker, long lastMember, long lastPost) => (Masker, _lastMember, LastPost) = (masker, lastMember, lastPost);

    /// <summary>Masks posts of the workspace.</summary>
    public PersonalDataMasker Masker { get; }

    /// <summary>The highest number of a post that it was read from; 0 for none.</summary>
    public long LastPost { get; }

    /// <summary>Reads it from the whole workspace.</summary>
    public static MaskingKnowledge Read(Workspace workspace)
    {
        var (lastMember, lastPost) = (Last(workspace, "Members"), Last(workspace, "Posts"));
        return new MaskingKnowledge(new PersonalDataMasker(Names(workspace, 0), CommonWords(workspace), Evidence(workspace)), lastMember, lastPost);
    }

    /// <summary>Takes in the names of members who came since. Which words are ordinary, and how members sign, is as it was. Not to be called while posts are masked.</summary>
    public void LearnMembers(Workspace workspace)
    {
        var last = Last(workspace, "Members");
        if (last > _lastMember)
        {
            Masker.AddMembers(Names(workspace, _lastMember));
            _lastMember = last;
        }
    }

    private static long Last(Workspace workspace, string table) => workspace.Connection.Query($"SELECT COALESCE(MAX(Id), 0) FROM {table}", row => row.GetInt64(0)).Single();

    private static List<string> Names(Workspace workspace, long after) => [.. workspace.Connection
        .Query("SELECT DISTINCT COALESCE(Name, ExternalId) FROM Members WHERE Id > $1 ORDER BY 1", row => row.GetString(0), after).Where(name => name.Any(char.IsLetter))];

    /// <summary>From posts chosen by their content, so that the order of posts does not matter.</summary>
    private static IReadOnlySet<string> CommonWords(Workspace workspace) => CorpusWords.Of(workspace.Connection.Query(
        "SELECT RawText FROM Posts ORDER BY ContentHash, Source, ExternalId LIMIT $1", row => row.GetString(0), CorpusSample));

    private static NameEvidence Evidence(Workspace workspace)
    {
        var evidence = new NameEvidence();
        ForEachPost(workspace, evidence.Note);
        ForEachPost(workspace, evidence.Count);
        return evidence;
    }

    private static void ForEachPost(Workspace workspace, Action<string?, string?, string> look)
    {
        foreach (var (author, thread, text) in workspace.Connection.Query(
            """
            SELECT COALESCE(Members.Name, Members.ExternalId), Posts.Thread, Posts.RawText
            FROM Posts LEFT JOIN Members ON Members.Id = Posts.MemberId ORDER BY Posts.Id
            """,
            row => (row.Text(0), row.Text(1), row.GetString(2))))
        {
            look(author, thread, text);
        }
    }
}
