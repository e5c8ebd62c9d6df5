using System.Data.Common;
using System.Globalization;
using TextSeg.Engine.Storage;
using TextSeg.Mining.Profiles;

namespace TextSeg.Engine.Queries.Standing;

/// <summary>Reads the facts of posts out of the database.</summary>
internal sealed class FactReader
{
    private const char Between = '\n';

    /// <summary>What all texts are numbered by.</summary>
    public TextCodes Languages { get; } = new();

    public TextCodes Kinds { get; } = new();

    public TextCodes Sources { get; } = new();

    public TextCodes Topics { get; } = new();

    /// <summary>Sets of labels, each label as its kind, a colon and its name.</summary>
    public TextCodes LabelSets { get; } = new();

    /// <summary>The labels of a set.</summary>
    public static string[] LabelsOf(string set) => set.Split(Between);

    /// <summary>Reads posts.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="run">The current run.</param>
    /// <param name="table">An empty table; posts that are not there any more are not in it afterwards.</param>
    /// <param name="among">The posts; null for all.</param>
    public void Read(DbConnection connection, long run, PostTable table, IReadOnlyCollection<long>? among)
    {
        var (list, values) = among is null ? ("", Array.Empty<object?>()) : ($" IN ({connection.Provider.NumbersIn("$1")})", [SqlList.Of(among)]);
        foreach (var (id, facts) in connection.Query($"SELECT Id, MemberId, Time, Language, Kind, Source, Prose <> '' FROM Posts{(among is null ? "" : " WHERE Id" + list)} ORDER BY Id", Facts, values))
        {
            table.Set(id, facts);
        }

        ReadLabels(connection, table, list, values);
        ReadPlaces(connection, run, table, among);
    }

    /// <summary>Gives posts their topics in a run.</summary>
    public void ReadPlaces(DbConnection connection, long run, PostTable table, IReadOnlyCollection<long>? among)
    {
        var list = among is null ? "" : $" AND PostId IN ({connection.Provider.NumbersIn("$2")})";
        object?[] values = among is null ? [run] : [run, SqlList.Of(among)];
        foreach (var (id, topic, leaf) in connection.Query($"SELECT PostId, TopicId, LeafId FROM PostTopics WHERE RunId = $1{list}", row => (row.GetInt64(0), row.Text(1), row.Text(2)), values))
        {
            Change(table, id, facts => facts with { Topic = Topics.Of(topic), Leaf = Topics.Of(leaf) });
        }
    }

    private void ReadLabels(DbConnection connection, PostTable table, string list, object?[] values)
    {
        var (post, labels) = (long.MinValue, new List<string>());
        foreach (var (id, label) in connection.Query(
            $"SELECT PostId, Kind, Label, Confidence FROM Annotations WHERE Kind <> 'language'{(list.Length == 0 ? "" : " AND PostId" + list)} ORDER BY PostId", row => (row.GetInt64(0), LabelOf(row)), values))
        {
            if (id != post)
            {
                Keep();
                post = id;
            }

            if (label is not null)
            {
                labels.Add(label);
            }
        }

        Keep();

        void Keep()
        {
            if (post != long.MinValue)
            {
                labels.Sort(StringComparer.Ordinal);
                var code = LabelSets.Of(string.Join(Between, labels));
                Change(table, post, facts => facts with { Labels = code });
                labels.Clear();
            }
        }
    }

    private static void Change(PostTable table, long id, Func<PostFacts, PostFacts> change)
    {
        if (table.Ids.BinarySearch(id) is var row and >= 0)
        {
            table.Facts[row] = change(table.Facts[row]);
        }
    }

    // How sure a model is counts for frustration alone: below the bound it is none.
    private static string? LabelOf(DbDataReader row) => row.GetString(1) switch
    {
        "frustration" => row.GetDouble(3) >= PostReading.FrustratedFrom ? PostTest.Frustrated : null,
        var kind => string.Create(CultureInfo.InvariantCulture, $"{kind}:{row.GetString(2)}"),
    };

    private (long Id, PostFacts Facts) Facts(DbDataReader row) => (row.GetInt64(0), new PostFacts(
        row.Number(1) ?? PostFacts.NoMember, row.Number(2) ?? PostFacts.NoTime, Languages.Of(row.Text(3)), Kinds.Of(row.GetString(4)), Sources.Of(row.GetString(5)),
        TextCodes.None, TextCodes.None, TextCodes.None, !row.IsDBNull(6) && row.GetBoolean(6)));
}
