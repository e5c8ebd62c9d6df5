using TextSeg.Engine.Reports;
using TextSeg.Engine.Storage;
using TextSeg.Mining.Naming;
using TextSeg.Mining.Profiles;
using TextSeg.Mining.Segments;
using TextSeg.Nlp.Privacy;

namespace TextSeg.Engine.Naming;

/// <summary>Puts together what names are made of and what they are proved with.</summary>
internal static class NamingEvidence
{
    private const int MostQuotes = 8;

    /// <summary>Members who must stay unquoted for each one who is quoted, so that enough are left to check on.</summary>
    private const int UnquotedForEach = 2;

    /// <summary>The evidence with masked excerpts, each by another member, of those that lie near the segment's centre and hold a phrase of it.</summary>
    public static IReadOnlyList<SegmentEvidence> WithQuotes(IReadOnlyList<SegmentEvidence> evidence, QuoteChooser quotes, Func<int, string> proseOf) => [.. evidence.Select(own =>
    {
        var chosen = quotes.Choose(own.Segment, new SegmentName("", "", [.. own.Phrases.Select(phrase => phrase.Text)]), Math.Min(MostQuotes, own.Members / (1 + UnquotedForEach)));
        return own with { Quotes = [.. chosen.Select(quote => Excerpts.Shorten(proseOf(quote.Row)))], QuotedMembers = [.. chosen.Select(quote => quote.Member)] };
    })];

    /// <summary>What names of these segments are proved with.</summary>
    public static NameProof Proof(Workspace workspace, MiningTools tools, ProfileInput posts, SegmentTree tree)
    {
        var vectors = new TextVectors(tools.Encoder);
        var words = WordSupport.Of(workspace, vectors);
        var members = workspace.Connection.Query("SELECT DISTINCT COALESCE(Name, ExternalId) FROM Members ORDER BY 1", row => row.GetString(0)).Where(name => name.Any(char.IsLetter));
        return new NameProof(
            new ThemeProof(new ClauseSupport(posts, tree), words, vectors, tools.NameLanguage), tools.Languages, new PersonalDataMasker([.. members], words.Words), tools.NameLanguage);
    }
}
