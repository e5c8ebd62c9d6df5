using TextSeg.Engine.Sources;
using TextSeg.Engine.Sources.Columns;

namespace TextSeg.Engine.Tests.Sources.Columns;

public sealed class ColumnOverridesTests
{
    [Fact]
    public void RolesAndColumnsAreRead()
    {
        var parsed = ColumnOverrides.Parse("text=body, reply-to=parent id,rating=");
        parsed.Faults.ShouldBeEmpty();
        parsed.Columns[ColumnRole.ReplyTo].ShouldBe("parent id");
        parsed.Columns[ColumnRole.Rating].ShouldBe("");
    }

    [Fact]
    public void AllFaultsAreSaidAtOnce() => ColumnOverrides.Parse("txet=body,time,id=a,id=b").Faults.Count.ShouldBe(3);

    [Fact]
    public void FaultsOfTheOptionsAreSaidAtOnce()
    {
        var options = new SourceOptions { Columns = "txet=body", MaxRecordCharacters = 3, SampleRows = 0 };
        var fault = Should.Throw<JobException>(() => new SourceOpener(options, TimeProvider.System));
        options.Faults().ShouldAllBe(sentence => fault.Message.Contains(sentence, StringComparison.Ordinal));
        options.Faults().Count.ShouldBe(3);
    }
}
