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
    private readonly SourceOpener _opener = new(options, clock);
    private readonly List<RawPost> _raw = [];
    private readonly List<SourceReport> _sources = [];
    private readonly List<string> _rejectedLists = [];
    private readonly List<string> _unreadable = [];

    /// <summary>Told how an input is understood, before its first post is taken.</summary>
    public Action<SourceReport>? Understood { get; init; }

    /// <summary>
    /// Reads all inputs; of several, one that cannot be read is noted and the others go on. Records that cannot be taken are listed in
    /// FILE.rejected.jsonl beside the input, or in <paramref name="fallbackFolder"/>.
    /// </summary>
    /// <exception cref="JobException">No input can be read; it is wrong use when every input was refused for its columns.</exception>
    public async Task<PostSet> ReadAsync(
        IReadOnlyList<InputFile> inputs, string fallbackFolder, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var isWrongUse = true;
        foreach (var input in inputs)
        {
            var before = _raw.Count;
            try
            {
                await ReadAsync(input, fallbackFolder, progress, cancellationToken);
            }
            catch (JobException fault) when (inputs.Count > 1)
            {
                _raw.RemoveRange(before, _raw.Count - before);
                _unreadable.Add(fault.Message);
                isWrongUse &= fault.IsWrongUse;
            }
        }

        if (_sources.Count == 0)
        {
            throw new JobException(string.Join(Environment.NewLine, _unreadable)) { IsWrongUse = isWrongUse };
        }

        progress?.Report(new StageProgress("read", _raw.Count, _raw.Count));
        return new PostSet(Prepare(progress, cancellationToken), _sources, _rejectedLists) { UnreadableInputs = _unreadable };
    }

    private async Task ReadAsync(InputFile input, string fallbackFolder, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
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
                _raw.Add(post);
            }
            else
            {
                rejected.Add(row.Rejected!);
            }

            if (_raw.Count % ReportEvery == 0)
            {
                progress?.Report(new StageProgress("read", _raw.Count, 0));
            }
        }

        _sources.Add(source.Report);
        _rejectedLists.AddRange(rejected.Path is { } path ? [path] : []);
    }

    private PreparedPost[] Prepare(IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var masker = new PersonalDataMasker(MemberNames(), CommonWords());
        var cleaner = new TextCleaner();
        var posts = new PreparedPost[_raw.Count];
        var limit = new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount, CancellationToken = cancellationToken };
        var done = 0;
        Parallel.For(0, posts.Length, limit, row =>
        {
            posts[row] = Prepare(_raw[row], cleaner, masker);
            if (Interlocked.Increment(ref done) is var count && (count % ReportEvery == 0 || count == posts.Length))
            {
                progress?.Report(new StageProgress("clean", count, posts.Length));
            }
        });
        _raw.Clear();
        return posts;
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
            TextKey = text.TextKey,
            Member = raw.Member,
            Time = raw.Time,
            StatedLanguage = raw.Language,
            GuessedLanguage = guess.Language,
            LanguageConfidence = guess.Confidence,
            Label = raw.Label,
        };
    }

    private IEnumerable<string> MemberNames() => _raw.Select(post => post.MemberName ?? post.Member).OfType<string>()
        .Where(name => name.Any(char.IsLetter)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>From posts chosen by their content, so that the order of posts does not matter.</summary>
    private IReadOnlySet<string> CommonWords() => CorpusWords.Of(_raw.Count <= CorpusSample
        ? _raw.Select(post => post.Text)
        : _raw.Select(post => post.Text).OrderBy(text => ContentHash.Of(text)).Take(CorpusSample));
}
