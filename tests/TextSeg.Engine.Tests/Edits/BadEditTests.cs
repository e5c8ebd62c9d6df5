using TextSeg.Engine.Edits;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Tests.Edits;

public sealed class BadEditTests(MinedCommunity mined) : IClassFixture<MinedCommunity>, IDisposable
{
    private readonly EditedCommunity _edited = mined.Copy();

    public void Dispose() => _edited.Dispose();

    [Fact]
    public async Task WhatMakesNoSenseIsRefusedInOneSentenceAndChangesNothing()
    {
        var before = _edited.Visible();
        var (first, second) = (_edited.Topics()[0].Id, _edited.Topics()[1]);
        var coarser = _edited.Read(workspace => new TopicQueries(workspace).All()).FirstOrDefault(topic => topic.Level == 0 && topic.Id != first);
        var post = _edited.PostsOf(first)[0];
        await Refused("no topic t9-9", edits => edits.RenameAsync("t9-9", "Name"));
        await Refused("no topic t9-9", edits => edits.MergeAsync([first, "t9-9"]));
        await Refused("with itself", edits => edits.MergeAsync([first, first]));
        await Refused("at least two", edits => edits.MergeAsync([first]));
        await Refused("2 to 8 parts", edits => edits.SplitAsync(first, 1));
        await Refused("2 to 8 parts", edits => edits.SplitAsync(first, 9));
        await Refused("no post nobody", edits => edits.MoveAsync("nobody", first));
        await Refused("in " + first + " already", edits => edits.MoveAsync(post, first));
        await Refused("apart from itself", edits => edits.ApartAsync(first, first));
        await Refused("named twice", edits => edits.ApartAsync(post, post));
        await Refused("1 to 80 characters", edits => edits.RenameAsync(first, "  "));
        await Refused("1 to 80 characters", edits => edits.RenameAsync(first, new string('x', 81)));
        await Refused("1 to 80 characters", edits => edits.RenameAsync(first, "two\nlines"));
        await Refused("has that name already", edits => edits.RenameAsync(first, second.Name));
        await Refused("no edit to take back", edits => edits.UndoAsync());
        await Refused("no edit 7", edits => edits.UndoAsync(7));
        if (coarser is { Level: 0 } && _edited.Topics().All(topic => topic.Id != coarser.Id))
        {
            await Refused("coarser topic", edits => edits.SplitAsync(coarser.Id));
        }

        _edited.Visible().ShouldBe(before);
    }

    [Fact]
    public async Task ATopicThatEndedIsSaidWithTheEditThatEndedIt()
    {
        var (a, b, post) = (_edited.Topics()[0].Id, _edited.Topics()[1].Id, _edited.PostsOf(_edited.Topics()[2].Id)[0]);
        await _edited.Edit(edits => edits.MergeAsync([a, b]));
        await Refused($"{b} is no more: edit 1", edits => edits.MoveAsync(post, b));
    }

    [Fact]
    public async Task ATopicOfTwoPostsCannotBeSplit()
    {
        while (_edited.Topics().Min(small => small.Posts) > 3)
        {
            await _edited.Edit(edits => edits.SplitAsync(_edited.Topics()[^1].Id, 2));
        }

        await Refused("does not fall into", edits => edits.SplitAsync(_edited.Topics()[^1].Id, 2));
    }

    [Fact]
    public async Task AWorkspaceThatWasNeverMinedHasNothingToEdit()
    {
        using var empty = new EditedCommunity();
        Should.Throw<JobException>(() => empty.List()).Message.ShouldContain("Nothing was mined");
        using (empty.Community.OpenToWrite())
        {
        }

        (await Should.ThrowAsync<JobException>(() => empty.Edit(edits => edits.RenameAsync("t1-1", "Name")))).Message.ShouldContain("No run was finished");
        empty.List().ShouldBeEmpty();
    }

    private async Task Refused(string because, Func<WorkspaceEdits, Task<EditOutcome>> edit)
    {
        var refusal = await Should.ThrowAsync<JobException>(() => _edited.Edit(edit));
        refusal.Message.ShouldContain(because);
        refusal.IsWrongUse.ShouldBeTrue();
    }
}
