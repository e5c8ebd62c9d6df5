using TextSeg.Engine.Annotation;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage;
using TextSeg.Mining;
using TextSeg.Mining.Topics.Placement;
using TextSeg.Nlp.Classifiers;
using TextSeg.Nlp.Cleaning;

namespace TextSeg.Engine.Streaming;

/// <summary>
/// All that makes work of claimed posts: cleaned and masked, encoded, annotated, their neighbours found. It only reads, so others may write meanwhile; each step passes over what is stored already.
/// What it makes hangs on the posts and on what is known of the workspace, not on who does it.
/// </summary>
internal sealed class PostWork(Workspace view, MiningOptions options, StandingKnowledge knowledge)
{
    /// <summary>Neighbours looked for: some may have changed since the run, and have no vote then.</summary>
    private const int NeighboursAsked = 2 * NeighborVote.Voters;

    private readonly ParallelOptions _threads = new() { MaxDegreeOfParallelism = options.Ingest.Threads == 0 ? Environment.ProcessorCount : options.Ingest.Threads };

    public async Task<CarriedPosts> RunAsync(PostClaim claim, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var run = CurrentRun.TryRead(view) is { } current && current.Model == claim.Tools.ModelId ? current.Id : (long?)null;
        var masking = claim.Fresh ?? knowledge.Masking(view, claim.Posts[^1]);
        var posts = new CarriedPostReader(view).Read(claim);
        Prepare(posts, masking, isAnew: claim.Fresh is not null, cancellationToken);
        progress?.Report(new StageProgress("clean", posts.Count, posts.Count));

        // The order hangs on what the posts are, so that batches hold the same texts whoever makes them.
        posts = [.. posts.OrderBy(post => post.TextKey).ThenBy(post => post.Key.Source, StringComparer.Ordinal).ThenBy(post => post.Key.ExternalId, StringComparer.Ordinal)];
        await EncodeAsync(posts, claim, cancellationToken);
        progress?.Report(new StageProgress("encode", posts.Count, posts.Count));
        Annotate(posts, claim.Tools, cancellationToken);
        progress?.Report(new StageProgress("annotate", posts.Count, posts.Count));
        if (run is { } number)
        {
            await PlaceAsync(posts, claim, number, cancellationToken);
            progress?.Report(new StageProgress("place", posts.Count, posts.Count));
        }

        return new CarriedPosts(claim, posts, run);
    }

    private void Prepare(List<CarriedPost> posts, MaskingKnowledge masking, bool isAnew, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Begin("prepare");
        var cleaner = new TextCleaner();
        Parallel.ForEach(posts.Where(post => isAnew || post.StoredProse is null), _threads, post =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var text = PreparedText.Of(post.Kind, post.Title, post.RawText, cleaner, masking.Masker);
            post.Text = text.IsAs(post.StoredProse, post.StoredMasked, post.StoredHasCode) ? null : text;
        });
    }

    private static async Task EncodeAsync(List<CarriedPost> posts, PostClaim claim, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Begin("encode");
        var work = new List<CarriedPost>();
        foreach (var post in posts.Where(post => post.Prose.Length > 0))
        {
            if (!post.IsChanged && claim.Vectors.TryGetValue(post.Id, out var stored))
            {
                post.Vector = stored;
            }
            else
            {
                work.Add(post);
            }
        }

        if (work.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var time = Telemetry.BeginModel("encoder");
            var vectors = await claim.Tools.Encoder.GenerateAsync(work.Select(post => post.Prose), cancellationToken: cancellationToken);
            foreach (var (post, vector) in work.Zip(vectors))
            {
                (post.Vector, post.IsEncoded) = (vector.Vector.ToArray(), true);
            }
        }

        Telemetry.Count("encode", work.Count);
    }

    private void Annotate(List<CarriedPost> posts, MiningTools tools, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Begin("annotate");
        var unlabelled = posts.Where(post => post.Text is not null || post.StoredLanguage is null).ToList();
        Parallel.ForEach(unlabelled, _threads, post => post.Guess = tools.Languages.Identify(post.Prose));
        Telemetry.Count("annotate", unlabelled.Count);
        new LanguageSettlement(view).Settle(unlabelled);
        var unread = posts.Where(post => post.Prose.Length > 0 && (post.Guess is not null || !post.HasLabels)).ToList();
        if (tools.Classifier is { } classifier && unread.Count > 0)
        {
            using var time = Telemetry.BeginModel("reader");
            var guesses = new CarriedPostReader(view).StoredGuesses(unread.Where(post => post.Guess is null));
            var readings = new PostReader(classifier).Read(
                [.. unread.Select(post => new PostText(post.Prose, post.StatedLanguage ?? post.Guess?.Language ?? guesses.GetValueOrDefault(post.Id) ?? Nlp.Languages.LanguageGuess.UnknownLanguage))], cancellationToken);
            foreach (var (post, reading) in unread.Zip(readings))
            {
                post.Reading = reading;
            }
        }
    }

    private async Task PlaceAsync(List<CarriedPost> posts, PostClaim claim, long run, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Begin("place");
        var texts = await knowledge.TextsAsync(view, run, claim.Tools, options.Placement, cancellationToken);
        Parallel.ForEach(posts.Where(post => post.Vector is not null), _threads, post =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            post.Nearest = texts.Of(post.Vector, post.Language ?? post.StoredLanguage, NeighboursAsked);
        });
        Telemetry.Count("place", posts.Count(post => post.Nearest is not null));
    }
}
