namespace TextSeg.Engine.Samples.Planting;

/// <summary>Invented member names; each number below the capacity gives another name.</summary>
internal static class MemberNames
{
    private static readonly string[] Front =
    [
        "mossy", "tin", "harbour", "quiet", "copper", "birch", "salt", "foggy", "little", "amber", "north", "old", "hazel", "river", "stone", "paper",
        "early", "winter", "plum", "granite", "velvet", "dusty", "lunar", "maple", "clever", "slow", "bright", "hidden", "marble", "sandy", "willow",
        "cobalt", "juniper", "rusty", "misty", "golden", "fern", "pebble", "silver", "thistle", "olive", "cedar", "indigo",
    ];

    private static readonly string[] Back =
    [
        "barn", "gate", "owl", "kettle", "finch", "meadow", "anchor", "lantern", "otter", "bridge", "hill", "badger", "acorn", "ladder", "window",
        "heron", "orchard", "button", "compass", "shed", "puddle", "sparrow", "mill", "rook", "cellar", "beacon", "fox", "tower", "hedge", "cricket",
        "boots", "engine", "valley", "marten", "wagon", "raven", "quarry", "teapot", "swift", "bicycle", "chimney",
    ];

    private static readonly string[] Joints = ["", "_", ".", "-"];

    public static string Of(long number)
    {
        var pairs = (long)Front.Length * Back.Length;
        var round = number / pairs;
        // 1,009 is prime to the number of pairs, so that neighbours in number are strangers in name and none comes twice.
        var pair = number * 1009 % pairs;
        var name = Front[pair % Front.Length] + Joints[pair * 7 % 11 % 4] + Back[pair / Front.Length];
        return round == 0 ? name : name + (round + 6);
    }
}
