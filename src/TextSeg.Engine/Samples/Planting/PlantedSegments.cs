namespace TextSeg.Engine.Samples.Planting;

/// <summary>The groups of members that a good mining of the sample finds again.</summary>
internal static class PlantedSegments
{
    private static readonly double[] Morning = [1, 6, 10, 5, 6, 2];
    private static readonly double[] Evening = [1, 1, 3, 4, 8, 10];
    private static readonly double[] Night = [9, 2, 2, 3, 6, 14];
    private static readonly double[] Office = [0.3, 2, 12, 12, 4, 1];
    private static readonly double[] Spread = [2, 3, 6, 6, 8, 5];

    public static IReadOnlyList<SegmentPlan> All { get; } =
    [
        new("growers", "Gardeners who plan watering and frost protection by soil and rain readings", 0.20,
            Mix("garden:46 rain:20 battery:7 siting:5 storms:6 app:6 billing:3 camera:4 air:2 shipping:1"),
            Mix("ask:26 share:22 answer:15 discuss:14 report:10 request:6 chat:7"),
            Mix("forum:84 review:9 ticket:7"), Morning) { Words = 36, Polite = 0.5, Emoji = 0.12 },
        new("tinkerers", "People who connect the station to their own scripts and dashboards, late in the evening", 0.14,
            Mix("export:44 hub:24 battery:6 app:8 wind:4 map:5 air:4 camera:4 account:1"),
            Mix("answer:27 report:20 ask:16 share:14 request:14 discuss:9"),
            Mix("forum:90 review:3 ticket:7"), Night) { Words = 42, Code = 0.4, Polite = 0.15, Emoji = 0.02, Typos = 5 },
        new("stormwatchers", "Weather lovers who report gusts, lightning and clouds as they happen", 0.13,
            Mix("storms:42 wind:18 camera:19 map:8 rain:6 app:5 siting:2"),
            Mix("share:44 discuss:16 chat:15 praise:6 ask:9 answer:8 complain:2"),
            Mix("forum:94 review:4 ticket:2"), Evening) { Words = 20, Emoji = 0.5, Polite = 0.15, Typos = 14 },
        new("newcomers", "New owners who need help to set up, place and connect their first station", 0.19,
            Mix("siting:24 hub:28 account:17 app:11 wind:6 rain:6 shipping:4 battery:4"),
            Mix("ask:60 report:18 chat:8 praise:6 share:5 compare:3"),
            Mix("forum:70 review:8 ticket:22"), Evening) { Words = 30, Polite = 0.8, Emoji = 0.12, Typos = 10, JoinsAfter = 0.35 },
        new("pricewary", "Subscribers who doubt the price of Plus, ask for refunds or cancel", 0.11,
            Mix("billing:50 app:18 account:13 shipping:11 hub:4 map:2 camera:2"),
            Mix("complain:38 leave:17 ask:15 discuss:12 compare:9 request:6 report:3"),
            Mix("forum:38 review:24 ticket:38"), Office) { Words = 40, Polite = 0.25, Emoji = 0.03, Typos = 10 },
        new("airfamilies", "Families who watch dust, pollen and indoor air because of asthma or allergies", 0.10,
            Mix("air:60 hub:6 app:9 battery:5 siting:5 billing:5 shipping:3 map:3 camera:2 garden:2"),
            Mix("ask:38 compare:14 share:12 report:11 discuss:12 praise:6 request:7"),
            Mix("forum:68 review:20 ticket:12"), Spread) { Words = 44, Polite = 0.6 },
        new("keepers", "Volunteers who look after the quality of the public map and help others to measure well", 0.06,
            Mix("map:38 siting:24 rain:16 wind:11 export:4 storms:4 school:1 air:2"),
            Mix("answer:58 discuss:18 report:9 share:8 request:7"),
            Mix("forum:97 review:1 ticket:2"), Morning) { Words = 58, Polite = 0.4, Code = 0.08, Emoji = 0.02, Typos = 3 },
        new("shoppers", "Buyers who compare models, wait for parcels and review them", 0.05,
            Mix("shipping:58 camera:10 rain:6 wind:6 billing:8 battery:8 siting:4"),
            Mix("compare:46 ask:22 complain:14 praise:10 chat:8"),
            Mix("forum:28 review:58 ticket:14"), Spread) { Words = 30, Typos = 12 },
        new("teachers", "School teachers, nearly all German-speaking, who use the station in class", 0.02,
            Mix("school:58 export:13 map:9 camera:7 storms:5 account:5 garden:3"),
            Mix("ask:32 share:29 request:22 answer:9 praise:8"),
            Mix("forum:90 review:4 ticket:6"), Office) { Words = 46, Polite = 0.75, Emoji = 0.04, Typos = 3, Language = "de" },
    ];

    private static WeightedChoice Mix(string mix) => WeightedChoice.Parse(mix);
}
