using System.Diagnostics;

namespace TextSeg.Cli.Tests.BadInput;

/// <summary>kill -9 in the middle of mining, then the same command again.</summary>
public sealed class KillTests : IDisposable
{
    private readonly MineFolder _killed = new();
    private readonly MineFolder _undisturbed = new();

    public void Dispose()
    {
        _killed.Dispose();
        _undisturbed.Dispose();
    }

    [Fact]
    public void KilledAtEveryStageOneAfterTheOtherItEndsLikeAnUndisturbedRun()
    {
        var input = _undisturbed.File("sample.jsonl");
        BuiltProgram.Run("sample", "--members", "50", "--posts", "400", "--out", input).ShouldBeGood();
        var expected = Result(_undisturbed, input);

        string[] moments = ["  to change this", "clean", "encode", "annotate", "moods", "neighbours", "words", "segments"];
        var reached = moments.Count(moment => KillAt(moment, input));
        reached.ShouldBeGreaterThanOrEqualTo(5, "most stages were under way when they were killed");
        Result(_killed, input).ShouldBe(expected);
    }

    /// <summary>Starts mining and kills it as soon as it prints a line of that stage; false when it printed none.</summary>
    private bool KillAt(string stage, string input)
    {
        using var program = BuiltProgram.Start("mine", input, "--data", _killed.Data);
        while (program.StandardError.ReadLine() is { } line)
        {
            if (line.StartsWith(stage, StringComparison.Ordinal))
            {
                program.Kill();
                program.WaitForExit();
                return true;
            }
        }

        program.WaitForExit();
        return false;
    }

    private static string[] Result(MineFolder folder, string input)
    {
        folder.Mine(input).ShouldBeGood();
        return [folder.Segments(), .. PostTopics(folder)];
    }

    /// <summary>Each post with its language and topics, in an order that hangs on the posts alone.</summary>
    internal static string[] PostTopics(MineFolder folder) => folder.Read(tables =>
    {
        var postOf = tables.Posts.ToDictionary(post => post.Id);
        return tables.PostTopics.AsEnumerable().Select(row => (Post: postOf[row.PostId], Topic: row))
            .OrderBy(row => row.Post.ExternalId, StringComparer.Ordinal)
            .Select(row => FormattableString.Invariant($"{row.Post.ExternalId} {row.Post.Language} {row.Topic.TopicId} {row.Topic.LeafId} {row.Topic.State} {row.Topic.Strength:R}"))
            .ToArray();
    });
}
