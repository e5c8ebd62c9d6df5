using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Tests.Storage;

/// <summary>The tables that migrations make are those of the model, in any database.</summary>
public abstract class SchemaConformance(WorkspacePlace place) : IDisposable
{
    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void TheMigrationsGiveEveryColumnOfTheModelAndNoOther()
    {
        using var workspace = Workspace.OpenToWrite(place.Address);
        using var context = workspace.CreateContext();
        foreach (var entity in context.Model.GetEntityTypes())
        {
            var table = entity.GetTableName()!;
            Columns(workspace, table).Order().ShouldBe(entity.GetProperties().Select(property => (property.GetColumnName(), property.GetColumnType()!, !property.IsNullable)).Order(), table);
        }
    }

    [Fact]
    public void TheSnapshotIsTheModel()
    {
        using var workspace = Workspace.OpenToWrite(place.Address);
        using var context = workspace.CreateContext();
        context.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Fact]
    public void TimesAreStoredAsUtcMilliseconds()
    {
        using var workspace = Workspace.OpenToWrite(place.Address);
        using var context = workspace.CreateContext();
        var started = new DateTimeOffset(2021, 5, 6, 7, 8, 9, TimeSpan.FromHours(2));
        context.Runs.Add(new() { StartedAt = started, Model = "m", Version = "1", Facts = "{}" });
        context.SaveChanges();
        workspace.Connection.Query("SELECT StartedAt FROM Runs", row => row.GetInt64(0)).ShouldBe([started.ToUnixTimeMilliseconds()]);
        context.Runs.OrderBy(run => run.StartedAt).Single().StartedAt.ShouldBe(started.ToUniversalTime());
    }

    [Fact]
    public void TruthValuesAreZeroAndOne()
    {
        using var workspace = Workspace.OpenToWrite(place.Address);
        using var context = workspace.CreateContext();
        context.Edits.Add(new() { Verb = "Rename", IsOfSegment = true, PostParts = "", Summary = "s" });
        context.Edits.Add(new() { Verb = "Rename", PostParts = "", Summary = "t" });
        context.SaveChanges();
        workspace.Connection.Query("SELECT Summary FROM Edits WHERE IsOfSegment = 1", row => row.GetString(0)).ShouldBe(["s"]);
        context.Edits.Single(edit => !edit.IsOfSegment).Summary.ShouldBe("t");
    }

    /// <summary>Name, type, and whether it must have a value.</summary>
    protected abstract IEnumerable<(string Name, string Type, bool IsRequired)> Columns(Workspace workspace, string table);
}
