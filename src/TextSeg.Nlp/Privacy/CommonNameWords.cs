using System.Collections.Frozen;

namespace TextSeg.Nlp.Privacy;

/// <summary>Ordinary words that people also bear as names or choose as user names.</summary>
internal static class CommonNameWords
{
    /// <summary>All in lower case.</summary>
    public static FrozenSet<string> All { get; } =
        ("will sam mark january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday bill rob rich frank grace hope faith joy rose lily iris ivy daisy violet amber ruby pearl jade crystal dawn eve summer autumn winter sky star sunny "
        + "art gene dick jack pat drew chase hunter mason carter taylor cook baker miller smith king prince duke earl major noble royal young long short brown white black green gray grey gold silver rusty sandy "
        + "hill lake river forest wood stone rock cliff field brook reed glen dale ray jean dean guy max min dan ben tom tim jay kit lee nick skip miles penny melody harmony victor "
        + "user admin guest test tester moderator support staff help info anonymous nobody someone everyone member player gamer dev developer coder programmer master system root bot robot server client host owner "
        + "game engine code data file image video sound light dark shadow fire water earth wind storm rain snow ice sun moon night day time world zero one two first last new old good bad best big small "
        + "dragon wolf bear lion tiger fox cat dog bird hawk eagle snake ghost ninja wizard knight angel devil monster hero legend magic power speed blue red pink orange yellow purple "
        + "spring fall mercy charity trinity sage basil ginger pepper olive coco honey candy cherry peaches buddy ace chip dusty flip buck bud chance cash colt dash gage grant lance pierce stone tanner trip wade "
        + "mai jan sol luz mar rosa blanca clara angel mercedes dolores flor paz reina león engel wolf ernst stark klein gross lang sommer herbst morgen abend pierre rose claire blanche ange fleur olivier "
        + "вера надежда любовь роза лев мир слава can deniz su umut barış güneş yağmur melek hana sora yuki haru aoi").Split(' ').ToFrozenSet();
}
