using TextSeg.Engine.Behaviour;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Tests.Behaviour;

/// <summary>60 members in two segments of 30 each, written by hand.</summary>
public sealed class SegmentBehaviourTests : IAsyncLifetime
{
    private readonly SmallCommunity _community = new();
    private long _run;

    public async ValueTask InitializeAsync()
    {
        await _community.MineAsync([_community.WritePosts(300, members: 60)]);
        using var workspace = Workspace.OpenToWrite(_community.Address);
        _run = new MiningRuns(workspace, TimeProvider.System).Current!.Value;
        workspace.Connection.Execute("DELETE FROM Memberships");
        using var insert = workspace.Connection.Prepare("INSERT INTO Memberships (RunId, MemberId, SegmentId, Weight, State, IsOwn) VALUES ($1, $2, $3, 1, 'core', 1)", 3);
        foreach (var member in Members(workspace))
        {
            insert.Bind(_run, member, member % 2 == 0 ? "s1" : "s2").ExecuteNonQuery();
        }
    }

    public ValueTask DisposeAsync()
    {
        _community.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void WhatASegmentIsWorthIsToldBesideAllOthers()
    {
        Write("order", (member, rank) => rank < (member % 2 == 0 ? 20 : 6), 10);
        var figure = Read("s1").Single();
        (figure.Kind, figure.Share, figure.ShareElsewhere).ShouldBe(("order", 0.6667, 0.2));
        figure.Lift!.Value.ShouldBe(3.333, 0.001);
        figure.IsShareBeyondChance.ShouldBeTrue();
        (figure.ValuePerMember, figure.ValuePerMemberElsewhere, figure.IsValueBeyondChance).ShouldBe((6.67, 2, true));
    }

    [Fact]
    public void AKindWithoutWorthHasNone()
    {
        Write("click", (_, rank) => rank < 10, null);
        var figure = Read("s1").Single();
        (figure.ValuePerMember, figure.IsValueBeyondChance, figure.IsShareBeyondChance).ShouldBe((null, null, false));
    }

    [Theory]
    [InlineData(3, 10)]
    [InlineData(10, 3)]
    [InlineData(27, 10)]
    public void AFigureAboutFewMembersIsNotTold(int doersHere, int doersElsewhere)
    {
        Write("order", (member, rank) => rank < (member % 2 == 0 ? doersHere : doersElsewhere), 10);
        Read("s1").ShouldBeEmpty();
    }

    [Fact]
    public void WithoutEventsThereIsNothingToTell() => Read("s1").ShouldBeEmpty();

    private static long[] Members(Workspace workspace) => [.. workspace.Connection.Query("SELECT Id FROM Members ORDER BY Id", row => row.GetInt64(0))];

    /// <summary>One event for each member for whom it holds, given the number and the rank within the segment.</summary>
    private void Write(string kind, Func<long, int, bool> does, double? value)
    {
        using var workspace = Workspace.OpenToWrite(_community.Address);
        using var insert = workspace.Connection.Prepare("INSERT INTO MemberEvents (MemberId, Source, ExternalId, Kind, Time, Value) VALUES ($1, 'shop', $2, $3, 0, $4)", 4);
        foreach (var segment in Members(workspace).GroupBy(member => member % 2))
        {
            foreach (var (rank, member) in segment.Index().Where(entry => does(entry.Item, entry.Index)))
            {
                insert.Bind(member, $"{kind}-{member}", kind, value).ExecuteNonQuery();
            }
        }
    }

    private IReadOnlyList<BehaviourFigure> Read(string segment)
    {
        using var workspace = Workspace.OpenToRead(_community.Address);
        CurrentRun.Read(workspace).Id.ShouldBe(_run);
        return new SegmentBehaviour(workspace, minimum: 5).Of(segment);
    }
}
