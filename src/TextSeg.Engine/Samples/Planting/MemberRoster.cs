namespace TextSeg.Engine.Samples.Planting;

/// <summary>Draws the members: segment, language, number of posts and habits of each.</summary>
internal static class MemberRoster
{
    private const double QuietShare = 0.15;

    public static IReadOnlyList<Member> Draw(SampleOptions options, CancellationToken cancellationToken)
    {
        var dice = new Dice(options.Seed, -1);
        var segments = AssignSegments(options.Members, dice);
        var posts = AssignPosts(options, dice);
        var languages = LanguageMix(options.Languages);
        var members = new Member[options.Members];
        for (var i = 0; i < members.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            members[i] = DrawMember(i, segments[i], posts[i], languages, options, dice);
        }

        return members;
    }

    /// <summary>Members of each segment, rounded so that every segment has its share and the sum is right.</summary>
    public static int[] Sizes(int members)
    {
        var sizes = PlantedSegments.All.Select(segment => (int)Math.Round(segment.Share * members)).ToArray();
        sizes[0] += members - sizes.Sum();
        return sizes;
    }

    private static SegmentPlan[] AssignSegments(int members, Dice dice)
    {
        var sizes = Sizes(members);
        var segments = PlantedSegments.All.SelectMany((plan, i) => Enumerable.Repeat(plan, sizes[i])).ToArray();
        for (var i = segments.Length - 1; i > 0; i--)
        {
            var other = dice.Below(i + 1);
            (segments[i], segments[other]) = (segments[other], segments[i]);
        }

        return segments;
    }

    private static int[] AssignPosts(SampleOptions options, Dice dice)
    {
        var posts = new int[options.Members];
        var weights = new double[options.Members];
        for (var i = 0; i < posts.Length; i++)
        {
            var quiet = dice.Chance(QuietShare);
            posts[i] = 1;
            weights[i] = quiet ? 0 : Math.Exp(0.9 * dice.Normal());
            if (quiet && options.Posts >= 3L * options.Members)
            {
                posts[i] += dice.Below(2);
            }
        }

        var left = options.Posts - posts.Sum();
        var floor = options.Posts >= 5L * options.Members ? 3 : 0;
        var loud = weights.Count(weight => weight > 0);
        var spread = (left - (floor * loud)) / weights.Sum();
        for (var i = 0; i < posts.Length; i++)
        {
            posts[i] += weights[i] > 0 ? floor + (int)(weights[i] * spread) : 0;
        }

        for (left = options.Posts - posts.Sum(); left > 0; left--)
        {
            int lucky;
            do
            {
                lucky = dice.Below(posts.Length);
            }
            while (weights[lucky] <= 0);
            posts[lucky]++;
        }

        return posts;
    }

    private static WeightedChoice LanguageMix(IReadOnlyList<string> languages) =>
        new(languages, [.. languages.Select((_, i) => i == 0 ? 1.2 : 1.0 / (i + 1.5))]);

    private static Member DrawMember(
        int number, SegmentPlan segment, int posts, WeightedChoice languages, SampleOptions options, Dice dice)
    {
        var own = segment.Language is { } fixedLanguage && dice.Chance(0.95)
            ? options.Languages.Contains(fixedLanguage) ? fixedLanguage : options.Languages[^1]
            : languages.Draw(dice);
        var favourites = segment.Topics.Labels.Select(topic => segment.Topics.ShareOf(topic) * Math.Exp(0.5 * dice.Normal()));
        var quiet = posts <= 2;
        return new Member
        {
            Facts = new SampleMember($"m{number + 1:000000}", MemberNames.Of(number + (1741L * (options.Seed & 0xFF))), segment.Id, own, posts, quiet),
            Segment = segment,
            Topics = new WeightedChoice(segment.Topics.Labels, [.. favourites]),
            FirstName = FirstNames.Draw(own, dice),
            Words = quiet ? 9 : segment.Words * Math.Exp(0.35 * dice.Normal()),
            LowerCase = dice.Chance(segment.Polite > 0.5 ? 0.04 : 0.14),
            Signs = dice.Chance(0.06),
            SecondLanguage = own != options.Languages[0] && dice.Chance(0.3) ? 0.15 : 0,
        };
    }
}
