namespace TextSeg.Engine.Naming;

/// <summary>
/// Statements about everyday life that hardly any community as a whole is about. How close a segment's posts come to them tells how close they come to
/// anything at all with this encoder: a drafted statement must stand out from them. A few of them may be true of a community without harm.
/// </summary>
internal static class PlaceboStatements
{
    public static IReadOnlyList<string> All { get; } =
    [
        "They bake bread and cakes at home.",
        "They repair old watches and clocks.",
        "They learn foreign languages for their holidays.",
        "They follow football and bet on the results.",
        "They paint portraits with oil colours.",
        "They ride horses at the weekend.",
        "They look for a new job in an office.",
        "They collect stories about their ancestors.",
        "They play the piano and sing in a choir.",
        "They buy and sell used furniture.",
        "They practise yoga against back pain.",
        "They book cheap flights and hotels.",
        "They talk about films with famous actors.",
        "They brew beer in their cellar.",
        "They feed their cats only fresh meat.",
        "They lend each other books and magazines.",
        "They fish in lakes and rivers.",
        "They ask lawyers about divorce and inheritance.",
        "They build model railways.",
        "They lose weight with a strict diet.",
        "They knit pullovers and scarves.",
        "They save taxes with their own company.",
        "They dance tango on Fridays.",
        "They discuss religion and philosophy.",
        "They tune engines and polish cars.",
        "They photograph birds in the forest.",
        "They raise small babies and sleep badly.",
        "They climb mountains with ropes.",
        "They grow mushrooms in a cave.",
        "They carve figures out of wood.",
    ];
}
