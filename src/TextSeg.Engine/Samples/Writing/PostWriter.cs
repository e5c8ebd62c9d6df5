using System.Buffers;
using TextSeg.Engine.Samples.Phrases;
using TextSeg.Engine.Samples.Planting;

namespace TextSeg.Engine.Samples.Writing;

/// <summary>Makes one post after the other: plans it, writes it anew until nobody has written the same, and keeps the threads.</summary>
internal sealed class PostWriter
{
    private const int QuoteLength = 160;
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("\n.!?。！？");
    private readonly int _seed;
    private readonly Dice _dice;
    private readonly ThreadBoard _threads = new();
    private readonly PostPlanner _planner;
    private readonly PostComposer _composer;
    private readonly SeenTexts _seen;
    private readonly Duplicates _duplicates;
    private readonly HeldPosts _held;
    private int _posts;
    private int _threadCount;

    public PostWriter(SampleOptions options)
    {
        _seed = options.Seed;
        _dice = new Dice(_seed, 0);
        _planner = new PostPlanner(options.Languages[0], _threads, _dice);
        _composer = new PostComposer(new GrammarLibrary(), _dice);
        _seen = new SeenTexts(options.Posts);
        _duplicates = new Duplicates(_dice);
        _held = new HeldPosts(_duplicates);
    }

    /// <summary>Writes the next post; <see cref="TryTake"/> gives it out once it is known whether somebody copies it.</summary>
    public void Write(Member member, DateTime time)
    {
        _dice.Reseed(_seed, ++_posts);
        var id = $"p{_posts:0000000}";
        var plan = _planner.Plan(member, time);
        if (plan.Kind == "forum" && !member.Facts.Quiet && _duplicates.Take(member, plan.Language, time) is { } original)
        {
            _held.Add(Repeat(original, plan, id), null);
        }
        else
        {
            WriteNew(plan, id);
        }
    }

    /// <summary>Gives out the posts in the order they were written; at the end all that are left.</summary>
    public bool TryTake(bool isEnd, out SamplePost post) => _held.TryTake(isEnd, out post);

    private void WriteNew(PostPlan plan, string id)
    {
        var text = Compose(plan);
        List<PersonalDataSpan> personalData = [.. _composer.Expansion.PersonalData];
        var group = _duplicates.StartsGroup(plan, text.Length, personalData.Count > 0) ? "d" + id[1..] : null;
        var truth = new PostTruth(plan.Topic, plan.Mood, plan.Intent, plan.Urgency, plan.Language, group, personalData);
        var post = Place(plan, id, text, truth);
        _held.Add(post, group is null ? null : _duplicates.Wait(post));
    }

    private string Compose(PostPlan plan)
    {
        string text;
        do
        {
            _composer.Compose(plan);
            text = _composer.Expansion.Text.ToString();
            // A little longer each time: there are more long texts than short ones.
            plan = plan with { Words = Math.Min(plan.Words + 2, PostPlanner.MostWords) };
        }
        while (!_seen.Add(text));
        return text;
    }

    private SamplePost Repeat(SamplePost original, PostPlan plan, string id)
    {
        plan = plan with { Topic = original.Truth.Topic, Answers = null };
        return Place(plan, id, _duplicates.Copy(original.Text), original.Truth);
    }

    private SamplePost Place(PostPlan plan, string id, string text, PostTruth truth)
    {
        var thread = plan.Answers;
        var (title, answered) = (thread?.Title ?? _composer.Title(plan), thread?.Last.Id);
        if (plan.Kind == "forum")
        {
            var here = new ThreadPost(
                id, plan.Member.Facts.Id, plan.Member.Facts.Name, FirstSentence(text), (thread?.Last.Number ?? 0) + 1);
            if (thread is null)
            {
                thread = new OpenThread { Id = NextThread(), Title = title, Last = here, LastTime = plan.Time };
                _threads.Open(plan.Topic, plan.Language, thread, _dice);
            }

            (thread.Last, thread.LastTime) = (here, plan.Time);
        }

        var threadId = plan.Kind switch { "forum" => thread!.Id, "ticket" => NextThread(), _ => null };
        return new SamplePost(
            id, plan.Member.Facts.Id, plan.Member.Facts.Name, plan.Time, plan.Kind, threadId, title, answered, plan.Rating, text, truth);
    }

    private string NextThread() => $"t{++_threadCount:000000}";

    // What a reply quotes: the first sentence of the member's own words.
    private static string FirstSentence(string text)
    {
        var own = text.LastIndexOf("[/quote]", StringComparison.Ordinal) is >= 0 and var quote ? text.AsSpan(quote + 8) : text.AsSpan();
        own = own.TrimStart("> \n");
        var end = own.IndexOfAny(SentenceEnds);
        var length = Math.Min(end < 0 ? own.Length : end + 1, QuoteLength);
        return own[..length].TrimEnd().ToString();
    }
}
