using System.Text.Json;
using TextSeg.Engine.Storage;
using TextSeg.Mining.Naming;
using TextSeg.Mining.Profiles;
using TextSeg.Mining.Segments;

namespace TextSeg.Engine.Segments;

/// <summary>Writes the segments, memberships and profiles of one run beside the current one.</summary>
internal sealed class SegmentWriter(Workspace workspace, long run)
{
    private static readonly ColumnShape[] MembershipColumns =
    [
        new("RunId", ColumnKind.LongWhole), new("MemberId", ColumnKind.LongWhole), new("SegmentId", ColumnKind.Text),
        new("Weight", ColumnKind.Real), new("State", ColumnKind.Text), new("IsOwn", ColumnKind.Whole),
    ];

    private static readonly ColumnShape[] ProfileColumns =
        [new("RunId", ColumnKind.LongWhole), new("MemberId", ColumnKind.LongWhole), new("Posts", ColumnKind.Whole), new("Facts", ColumnKind.Text)];

    /// <summary>Identity of a segment within its run: its place, from 1.</summary>
    public static string IdOf(int segment) => $"s{segment + 1}";

    public void Write(MiningCorpus corpus, SegmentTree tree, ProfileTable profiles, IReadOnlyList<SegmentName> names, IReadOnlyList<SegmentFacts> facts) =>
        workspace.Connection.InTransaction(() =>
        {
            WriteSegments(tree, names, facts);
            WriteMemberships(corpus, tree);
            WriteProfiles(corpus, profiles);
        });

    private void WriteSegments(SegmentTree tree, IReadOnlyList<SegmentName> names, IReadOnlyList<SegmentFacts> facts)
    {
        using var insert = workspace.Connection.Prepare(
            "INSERT INTO Segments (RunId, Id, ParentId, Name, Description, Members, Stability, Facts) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", 8);
        for (var segment = 0; segment < tree.Segments.Count; segment++)
        {
            insert.Bind(
                run, IdOf(segment), null, names[segment].Name, names[segment].Description, tree.Segments[segment].Size, tree.Segments[segment].Stability,
                JsonSerializer.Serialize(facts[segment], StoredJson.Options)).ExecuteNonQuery();
        }
    }

    private void WriteMemberships(MiningCorpus corpus, SegmentTree tree)
    {
        using var writer = workspace.Connection.Provider.CreateRowWriter(workspace.Connection, "Memberships", MembershipColumns);
        for (var member = 0; member < corpus.MemberIds.Length; member++)
        {
            foreach (var share in tree.SharesOf[member])
            {
                writer.Write(run, corpus.MemberIds[member], IdOf(share.Segment), Math.Round(share.Weight, 4), tree.StateOf[member].ToString().ToLowerInvariant(), share.Segment == tree.SegmentOf[member]);
            }
        }

        writer.Complete();
    }

    private void WriteProfiles(MiningCorpus corpus, ProfileTable profiles)
    {
        using var writer = workspace.Connection.Provider.CreateRowWriter(workspace.Connection, "Profiles", ProfileColumns);
        var posts = new int[profiles.Count];
        foreach (var member in corpus.MemberOf.Where(member => member >= 0))
        {
            posts[member]++;
        }

        for (var member = 0; member < profiles.Count; member++)
        {
            writer.Write(run, corpus.MemberIds[member], posts[member], ProfileFacts(profiles, member));
        }

        writer.Complete();
    }

    /// <summary>A member's profile as it is stored.</summary>
    public static string ProfileFacts(ProfileTable profiles, int member)
    {
        var values = profiles.Signals.Of(member).ToArray();
        var facts = new
        {
            Quiet = profiles.Quiet[member],
            Signals = profiles.Signals.Signals.Select((signal, i) => (signal.Name, Value: values[i])).Where(pair => !double.IsNaN(pair.Value))
                .ToDictionary(pair => pair.Name, pair => Math.Round(pair.Value, 4)),
        };
        return JsonSerializer.Serialize(facts, StoredJson.Options);
    }
}
