using TextSeg.Nlp.Classifiers;
using TextSeg.Nlp.Cleaning;

namespace TextSeg.Engine.Evaluation.CheckLists;

/// <summary>
/// Behavioural tests of what is read off a post: negation, contrast, quoted words of others, code and logs and so on, in several languages
/// (Ribeiro et al. 2020). Cases come from the templates beside this class; each goes through the cleaner as a post does.
/// </summary>
public static class CheckList
{
    /// <summary>All cases, the same for the same seed.</summary>
    /// <param name="seed">Of the draws that fill the templates.</param>
    public static IReadOnlyList<CheckListCase> Cases(int seed = 1) =>
        [.. CheckListFile.Languages.SelectMany(language => CheckListFile.Read(language).SelectMany(section => section.Cases(seed)))];

    /// <summary>Reads every case and counts what fails. Cases of a head that the reader has not are left out.</summary>
    public static CheckListResult Run(PostReader reader, IReadOnlyList<CheckListCase> cases, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(cases);
        var asked = cases.Where(one => reader.Heads.Any(head => head.Name == one.Head)).ToList();
        var cleaner = new TextCleaner();
        PostText Post(string raw, string language) => new(cleaner.Clean(raw).Prose, language);
        var answers = reader.Read([.. asked.Select(one => Post(one.Text, one.Language))], cancellationToken);
        var others = reader.Read([.. asked.Select(one => Post(one.OtherText ?? "", one.Language))], cancellationToken);
        var verdicts = asked.Select((one, at) => CheckListJudge.Judge(one, answers[at].Of(one.Head)!, others[at].Of(one.Head)!)).ToList();
        return new CheckListResult(verdicts, cases.Count - asked.Count);
    }
}
