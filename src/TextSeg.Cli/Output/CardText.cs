using System.Globalization;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Reports;
using TextSeg.Engine.Segments;

namespace TextSeg.Cli.Output;

/// <summary>Cards as plain text on standard output.</summary>
internal static class CardText
{
    private static readonly CultureInfo Culture = CultureInfo.CurrentCulture;

    public static void Print(SegmentCard card, SegmentFacts facts, IReadOnlyList<ReportQuote> quotes, IReadOnlyList<ReportReadingQuote> moods)
    {
        Line($"{card.Name}  ({card.Id})");
        Line(card.Description);
        Line(string.Create(Culture, $"{card.Members:N0} members, {facts.Posts:N0} posts; {card.Stability:P0} steady under resampling; {facts.ShareCore:P0} of its members are its core."));
        Part("In their words", facts.Phrases);
        Part("What makes them different", facts.Contrasts.Select(contrast => $"{contrast.Signal}: {contrast.Here}, others {contrast.Elsewhere}"));
        Part("What they want", ReadingText.Beside(facts.Readings?.Wants, facts.Readings?.UnsureWants));
        Part("How they feel", ReadingText.Beside(facts.Readings?.Feels, facts.Readings?.UnsureFeels));
        Part("Topics", facts.Topics.Select(share => string.Create(Culture, $"{share.Share,5:P0}  {share.Name}")));
        Part("Languages", facts.Languages.Select(share => string.Create(Culture, $"{share.Share,5:P0}  {share.Name}")));
        foreach (var near in facts.Neighbors)
        {
            Part($"Nearest segment, and how they differ: {near.Name} ({near.Id})", near.Contrasts.Select(contrast => $"{contrast.Signal}: {contrast.Here}, those {contrast.Elsewhere}"));
        }

        Part("What counted when it was found", facts.Weights.Select(share => string.Create(Culture, $"{share.Share,5:P0}  {share.Name}")));
        Part("Quotes", quotes.Select(quote => quote.Text));
        Part("Quotes that show what they want and how they feel", moods.Select(mood => $"{mood.Label}{(mood.MovedBy.Count > 0 ? $" ({string.Join(", ", mood.MovedBy)})" : "")}: {mood.Quote.Text}"));
        if (facts.Naming is { } naming)
        {
            Part($"Named by {naming.Maker}{(naming.IsProven ? "" : ", not borne out by other members' posts")}", naming.Struck.Select(struck => $"struck: {(struck.Text.Length > 0 ? struck.Text : "(not shown)")} {struck.Reason}").Concat(naming.Note is { } note ? [note] : []));
        }
    }

    public static void Print(TopicCard card)
    {
        Line($"{card.Topic.Name}  ({card.Topic.Id})");
        Line(string.Create(Culture, $"{card.Topic.Posts:N0} posts by {card.Topic.Members:N0} members; {card.Topic.Stability:P0} steady under resampling."));
        if (card.Facts.ChangedByHand)
        {
            Line("Its posts were changed by hand; the steadiness is that of the topic it was found as.");
        }

        Part("Key phrases", card.Topic.KeyPhrases);
        Part("What they want", ReadingText.Wants(card.Readings));
        Part("How they feel", ReadingText.Feels(card.Readings));
        Part("Finer topics", card.Children.Select(child => string.Create(Culture, $"{child.Posts,6:N0}  {child.Id,-6} {child.Name}")));
        Part("Languages", card.Languages.Select(share => string.Create(Culture, $"{share.Posts,6:N0}  {share.Value}")));
        Part("Months", card.Months.TakeLast(12).Select(month => string.Create(Culture, $"{month.Posts,6:N0}  {month.Month}")));
        Part("Typical posts", card.Quotes.Select(quote => Excerpts.Shorten(quote.Text)));
    }

    public static void Print(MemberCard card)
    {
        Line($"Member {card.Member} of {card.Source}");
        Line(string.Create(Culture, $"{card.Posts:N0} posts{Span(card)}; {card.RepliesGiven:N0} replies given, {card.RepliesGot:N0} got."));
        Part("Segments", card.Segments.Select(segment => string.Create(Culture, $"{segment.Weight,5:P0}  {segment.Id,-4} {segment.Name} ({segment.State})")));
        Part("Topics", card.Topics.Take(8).Select(topic => string.Create(Culture, $"{topic.Posts,6:N0}  {topic.Id,-6} {topic.Name}")));
        Part("Languages", card.Languages.Select(share => string.Create(Culture, $"{share.Posts,6:N0}  {share.Value}")));
        Part("What they want, in posts", ReadingText.Wants(card.Readings, inPosts: true));
        Part("How they feel, in posts", ReadingText.Feels(card.Readings, inPosts: true));
        Part("Latest posts", card.Latest.Select(quote => Excerpts.Shorten(quote.Text)));
    }

    private static string Span(MemberCard card) => card is { First: { } first, Last: { } last } ? string.Create(Culture, $" from {first:d} to {last:d}") : "";

    private static void Part(string heading, IEnumerable<string> lines)
    {
        var list = lines.ToList();
        if (list.Count == 0)
        {
            return;
        }

        Line("");
        Line(heading);
        foreach (var line in list)
        {
            Line("  " + line);
        }
    }

    private static void Line(string text) => Console.Out.WriteLine(text);
}
