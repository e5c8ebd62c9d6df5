using TextSeg.Mining.KeyPhrases;
using TextSeg.Mining.Naming;
using TextSeg.Mining.Profiles;
using TextSeg.Mining.Segments;
using TextSeg.Mining.Tests.Profiles;

namespace TextSeg.Mining.Tests.Naming;

/// <summary>A planted community with words: keepers of bees, of old radios, of bicycles. The second group writes in German.</summary>
internal sealed class NamedCommunity
{
    public static readonly int[] Sizes = [24, 20, 20];

    private static readonly string[][] Objects =
    [
        ["bee hive", "honey comb", "queen cage", "smoker"], ["Röhrenradio", "Netzteil", "Drehkondensator", "Lötkolben"], ["chain wheel", "brake cable", "saddle post", "inner tube"],
    ];

    private static readonly string[] Frames = ["yesterday {0} broke near {1}", "fitted another {0} beside {1} today", "{0} looks fine since {1} arrived", "cleaning {0} takes longer than {1}"];

    private static readonly string[] GermanFrames = ["gestern ging {0} kaputt neben {1}", "heute {0} eingebaut mit {1}", "{0} klingt besser seit {1} da ist", "beim Reinigen von {0} fiel {1} heraus"];

    private NamedCommunity(ProfileInput posts, string[] texts, NamingInput naming) => (Posts, Texts, Naming) = (posts, texts, naming);

    public ProfileInput Posts { get; }

    public string[] Texts { get; }

    public NamingInput Naming { get; }

    public static NamedCommunity Make(int seed, params string[] memberNames)
    {
        var posts = PlantedCommunity.Make(seed, Sizes);
        var random = new Random(seed);
        var truth = PlantedCommunity.Truth(Sizes);
        var texts = Array.ConvertAll(posts.MemberOf, member => Write(random, truth[member]));
        var builder = new TermTableBuilder();
        foreach (var text in texts)
        {
            builder.Add(text.Split(' ').Select(word => new TermToken(word.ToLowerInvariant(), word, word.Length < 5)));
        }

        var profiles = ProfileModel.Fit(posts, new ProfileOptions()).Apply(posts);
        var naming = new NamingInput
        {
            Posts = posts,
            Profiles = profiles,
            Segments = new SegmentFinder(new SegmentOptions { Count = 3 }).Find(profiles, posts.MemberKeyOf),
            Phrases = new KeyPhraseFinder(builder.Build(), new KeyPhraseOptions()),
            TopicLabels = ["bees, honey", "Radio, Netzteil", "wheels, brakes"],
            LanguageNames = ["English", "German"],
            Rules = new NameRules(memberNames),
        };
        return new NamedCommunity(posts, texts, naming);
    }

    private static string Write(Random random, int group)
    {
        var objects = Objects[group];
        var frames = group == 1 ? GermanFrames : Frames;
        return string.Format(System.Globalization.CultureInfo.InvariantCulture, frames[random.Next(frames.Length)], objects[random.Next(objects.Length)], objects[random.Next(objects.Length)]);
    }
}
