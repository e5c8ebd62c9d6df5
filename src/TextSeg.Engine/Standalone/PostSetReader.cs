using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Sources;
using TextSeg.Mining;
using TextSeg.Nlp.Cleaning;
using TextSeg.Nlp.Languages;
using TextSeg.Nlp.Privacy;

namespace TextSeg.Engine.Standalone;

/// <summary>Reads, cleans and masks posts without a workspace, and tells their languages: the same preparation that mining uses.</summary>
/// <param name="options">How inputs are read.</param>
/// <param name="languages">Tells languages.</param>
/// <param name="threads">Threads that clean, 0 for one per processor. The result is the same with any number.</param>
/// <param name="clock">Judges whether a time lies in the future.</param>
public sealed class PostSetReader(SourceOptions options, LanguageIdentifier languages, int threads, TimeProvider clock)
{
    private const int CorpusSample = 20_000;
    private const int ReportEvery = 500;
    private const int CleanedAtOnce = 8_192;
    private readonly SourceOpener _opener = new(options, clock);
    private readonly List<SourceReport> _sources = [];
    private readonly List<string> _rejectedLists = [];
    private readonly List<string> _unreadable = [];

    /// <summary>Told how an input is understood, before its first post is taken.</summary>
    public Action<SourceReport>? Understood { get; init; }

    /// <summary>
    /// Where posts wait and stay instead of in memory; null for memory. The folder is claimed for these posts and <see cref="Settings"/>: where an earlier run of the same
    /// was stopped, its finished steps are there.
    /// </summary>
    public StepFolder? Folder { get; init; }

    /// <summary>What the steps in <see cref="Folder"/> depend on beside the posts: model and settings, in any words.</summary>
    public string Settings { get; init; } = "";

    /// <summary>True to keep with each post where its words stand in the original; it takes about eight bytes a character. Default false.</summary>
    public bool KeepsOrigins { get; init; }

    /// <summary>
    /// Reads all inputs; of several, one that cannot be read is noted and the others go on. Records that cannot be taken are listed in
    /// FILE.rejected.jsonl beside the input, or in <paramref name="fallbackFolder"/>.
    /// </summary>
    /// <exception cref="JobException">No input can be read; it is wrong use when every input was refused for its columns.</exception>
    public async Task<PostSet> ReadAsync(
        IReadOnlyList<InputFile> inputs, string fallbackFolder, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        using var raw = new RawPosts(Folder);
        var isWrongUse = true;
        foreach (var input in inputs)
        {
            var before = raw.Mark();
            try
            {
                await ReadAsync(input, raw, fallbackFolder, progress, cancellationToken);
            }
            catch (JobException fault) when (inputs.Count > 1)
            {
                raw.GoBack(before);
                _unreadable.Add(fault.Message);
                isWrongUse &= fault.IsWrongUse;
            }
        }

        if (_sources.Count == 0)
        {
            throw new JobException(string.Join(Environment.NewLine, _unreadable)) { IsWrongUse = isWrongUse };
        }

        progress?.Report(new StageProgress("read", raw.Count, raw.Count));
        IReadOnlyList<PreparedPost> posts = Folder is null ? [.. Prepare(raw, progress, cancellationToken)] : Stored(raw, Folder, progress, cancellationToken);
        return new PostSet(posts, _sources, _rejectedLists) { UnreadableInputs = _unreadable };
    }

    private PreparedPostFile Stored(RawPosts raw, StepFolder folder, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        const string step = "posts";
        folder.Claim($"{raw.Hash()} {Settings}");
        if (!folder.Has(step))
        {
            folder.Keep(step, stream => PreparedPostFile.Write(stream, Prepare(raw, progress, cancellationToken)));
        }

        return PreparedPostFile.Open(folder.PathOf(step));
    }

    private async Task ReadAsync(InputFile input, RawPosts raw, string fallbackFolder, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var source = _opener.Open(input);
        using var rejected = new RejectedRowList(input, fallbackFolder);
        var isFirst = true;
        await foreach (var row in source.ReadAsync(cancellationToken))
        {
            if (isFirst)
            {
                Understood?.Invoke(source.Report);
                isFirst = false;
            }

            if (row.Post is { } post)
            {
                raw.Add(post);
            }
            else
            {
                rejected.Add(row.Rejected!);
            }

            if (raw.Count % ReportEvery == 0)
            {
                progress?.Report(new StageProgress("read", raw.Count, 0));
            }
        }

        _sources.Add(source.Report);
        _rejectedLists.AddRange(rejected.Path is { } path ? [path] : []);
    }

    // Names of members and ordinary words are known before the first post is masked. The sample is chosen by content, so that the order of posts does not matter.
    private static PersonalDataMasker Masker(RawPosts raw)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var sample = new ContentSample(CorpusSample);
        var evidence = new NameEvidence();
        foreach (var post in raw.Read())
        {
            sample.Add(post.Text);
            evidence.Note(post.MemberName ?? post.Member, post.Thread, post.Text);
            if ((post.MemberName ?? post.Member) is { } name && name.Any(char.IsLetter))
            {
                names.Add(name);
            }
        }

        foreach (var post in raw.Read())
        {
            evidence.Count(post.MemberName ?? post.Member, post.Thread, post.Text);
        }

        return new PersonalDataMasker(names, CorpusWords.Of(sample.Texts()), evidence);
    }

    private IEnumerable<PreparedPost> Prepare(RawPosts raw, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var masker = Masker(raw);
        var cleaner = new TextCleaner();
        var limit = new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount, CancellationToken = cancellationToken };
        var done = 0;
        foreach (var batch in raw.Read().Chunk(CleanedAtOnce))
        {
            var posts = new PreparedPost[batch.Length];
            Parallel.For(0, batch.Length, limit, row =>
            {
                posts[row] = Prepare(batch[row], cleaner, masker);
                if (Interlocked.Increment(ref done) is var count && (count % ReportEvery == 0 || count == raw.Count))
                {
                    progress?.Report(new StageProgress("clean", count, raw.Count));
                }
            });
            foreach (var post in posts)
            {
                yield return post;
            }
        }
    }

    private PreparedPost Prepare(RawPost raw, TextCleaner cleaner, PersonalDataMasker masker)
    {
        var text = PreparedText.Of(raw.Kind, raw.Title, raw.Text, cleaner, masker);
        var guess = languages.Identify(text.Prose);
        return new PreparedPost
        {
            Source = raw.Source,
            Id = raw.ExternalId,
            Prose = text.Prose,
            Origin = KeepsOrigins ? text.Origin : null,
            TextKey = text.TextKey,
            Member = raw.Member,
            Time = raw.Time,
            StatedLanguage = raw.Language,
            GuessedLanguage = guess.Language,
            LanguageConfidence = guess.Confidence,
            Label = raw.Label,
        };
    }
}
