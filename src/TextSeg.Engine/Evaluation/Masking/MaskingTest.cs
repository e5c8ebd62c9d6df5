using TextSeg.Engine.Samples;
using TextSeg.Nlp;
using TextSeg.Nlp.Privacy;

namespace TextSeg.Engine.Evaluation.Masking;

/// <summary>Masks the posts of an invented community and looks how much of the personal data planted in them is left, and what else was masked.</summary>
public static class MaskingTest
{
    /// <summary>Masks the whole sample, before any cleaning, so that data in mark-up and signatures counts too.</summary>
    /// <exception cref="JobException">The sample's options have faults; all are named.</exception>
    public static MaskingScore Run(SampleOptions sample, CancellationToken cancellationToken)
    {
        if (sample.Faults() is { Count: > 0 } faults)
        {
            throw new JobException(string.Join(" ", faults)) { IsWrongUse = true };
        }

        var community = new SampleCommunity(sample, cancellationToken);
        var masker = new PersonalDataMasker(community.Truth.Members.Select(member => member.Name));
        var kinds = new SortedDictionary<string, (int Planted, int Masked, int Partly)>(StringComparer.Ordinal);
        var (posts, maskedWords, words) = (0, 0, 0L);
        foreach (var post in community.Posts(cancellationToken))
        {
            var hidden = Hidden(post.Text, masker.Mask(post.Text));
            foreach (var planted in post.Truth.PersonalData)
            {
                var (known, masked, partly) = kinds.GetValueOrDefault(planted.Kind);
                var (signs, left) = Signs(post.Text, planted, hidden);
                kinds[planted.Kind] = (known + 1, masked + (left == 0 ? 1 : 0), partly + (left > 0 && left < signs ? 1 : 0));
            }

            var (wrong, all) = Others(post, hidden);
            (posts, maskedWords, words) = (posts + 1, maskedWords + wrong, words + all);
        }

        return new MaskingScore(posts, [.. kinds.Select(kind => new MaskingFigures(kind.Key, kind.Value.Planted, kind.Value.Masked, kind.Value.Partly))], maskedWords, words);
    }

    /// <summary>For each sign, what masks it; null for nothing.</summary>
    private static PersonalDataKind?[] Hidden(string text, MaskedText masked)
    {
        var hidden = new PersonalDataKind?[text.Length];
        foreach (var span in masked.Spans)
        {
            Array.Fill(hidden, span.Kind, span.Original.Start, span.Original.Length);
        }

        return hidden;
    }

    private static (int Signs, int Left) Signs(string text, PersonalDataSpan planted, PersonalDataKind?[] hidden)
    {
        var places = Enumerable.Range(planted.Start, planted.Length).Where(at => char.IsLetterOrDigit(text[at])).ToArray();
        return (places.Length, places.Count(at => hidden[at] is null));
    }

    private static (int Masked, int Words) Others(SamplePost post, PersonalDataKind?[] hidden)
    {
        var (masked, words) = (0, 0);
        for (var at = 0; at < post.Text.Length;)
        {
            var end = at;
            while (end < post.Text.Length && char.IsLetterOrDigit(post.Text[end]))
            {
                end++;
            }

            var word = new TextSpan(at, end);
            if (end > at && !post.Truth.PersonalData.Any(planted => planted.Start < word.End && word.Start < planted.Start + planted.Length))
            {
                words++;
                masked += hidden[at] is { } kind && kind != PersonalDataKind.MemberName ? 1 : 0;
            }

            at = Math.Max(end, at + 1);
        }

        return (masked, words);
    }
}
