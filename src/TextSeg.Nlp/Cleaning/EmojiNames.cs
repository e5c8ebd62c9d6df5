using System.Collections.Frozen;
using System.Text;

namespace TextSeg.Nlp.Cleaning;

/// <summary>Names in English words for emoji, so that a picture weighs in as the word it stands for.</summary>
internal static class EmojiNames
{
    /// <summary>The word for an emoji that the table does not name.</summary>
    public const string General = "emoji";

    private const string Table =
        "😀 grinning|😃 smiling|😄 smiling|😁 beaming|😆 laughing|😅 nervous laugh|🤣 laughing|😂 laughing tears|🙂 smiling|🙃 upside down smile|😉 winking|😊 happy|😇 angel|"
        + "🥰 loving|😍 in love|🤩 excited|😘 kiss|😗 kiss|☺ happy|😚 kiss|😙 kiss|🥲 smiling tear|😋 yummy|😛 tongue out|😜 joking|🤪 crazy|😝 tongue out|🤑 money|🤗 hug|"
        + "🤭 giggle|🤫 quiet|🤔 thinking|🤐 zipped mouth|🤨 doubting|😐 neutral|😑 annoyed|😶 speechless|😏 smirking|😒 unamused|🙄 rolling eyes|😬 awkward|🤥 lying|😌 relieved|"
        + "😔 sad|😪 sleepy|🤤 drooling|😴 sleeping|😷 mask|🤒 ill|🤕 hurt|🤢 disgusted|🤮 vomiting|🤧 sneezing|🥵 hot|🥶 cold|🥴 dizzy|😵 dizzy|🤯 mind blown|🤠 cowboy|🥳 celebrating|"
        + "😎 cool|🤓 nerd|🧐 examining|😕 confused|😟 worried|🙁 frowning|☹ frowning|😮 surprised|😯 surprised|😲 astonished|😳 embarrassed|🥺 pleading|😦 frowning|😧 anguished|"
        + "😨 afraid|😰 anxious|😥 sad|😢 crying|😭 crying loudly|😱 screaming|😖 upset|😣 struggling|😞 disappointed|😓 sweating|😩 weary|😫 tired|🥱 yawning|😤 frustrated|😡 angry|"
        + "😠 angry|🤬 swearing|😈 devil|👿 devil|💀 dead|☠ dead|💩 poop|🤡 clown|👹 monster|👻 ghost|👽 alien|🤖 robot|🙈 see no evil|🙉 hear no evil|🙊 speak no evil|💋 kiss|💌 love letter|"
        + "❤ heart|🧡 heart|💛 heart|💚 heart|💙 heart|💜 heart|🤎 heart|🖤 heart|🤍 heart|💔 broken heart|💕 hearts|💖 heart|💗 heart|💘 heart|💞 hearts|💓 heart|♥ heart|💯 hundred percent|"
        + "💥 boom|💢 anger|💦 sweat|💨 fast|💤 sleeping|👋 waving|🤚 hand|✋ hand|👌 okay hand|✌ victory|🤞 fingers crossed|🤟 love you|🤘 rock on|🤙 call me|👈 pointing left|👉 pointing right|"
        + "👆 pointing up|👇 pointing down|☝ pointing up|👍 thumbs up|👎 thumbs down|✊ fist|👊 fist|👏 clapping|🙌 hooray|👐 open hands|🤝 handshake|🙏 thank you|✍ writing|💪 strong|👀 eyes|"
        + "🧠 brain|🤷 shrugging|🤦 facepalm|🙋 raising hand|🎉 party|🎊 party|🎁 gift|🎂 birthday|🏆 trophy|🥇 gold medal|⭐ star|🌟 star|✨ sparkles|🔥 fire|💡 idea|💻 laptop|📱 phone|📞 phone|"
        + "📧 email|📷 camera|📦 package|📈 rising|📉 falling|📌 pin|🔧 wrench|🔨 hammer|🛠 tools|🔒 locked|🔑 key|🐛 bug|🐞 bug|🚀 rocket|🚗 car|✈ plane|🏠 house|⏰ alarm clock|⌛ waiting|⏳ waiting|"
        + "☀ sun|🌧 rain|❄ snow|🌈 rainbow|☕ coffee|🍕 pizza|🍔 burger|🍺 beer|🍻 cheers|🍷 wine|🎵 music|🎶 music|🎸 guitar|⚽ football|🎮 video game|💰 money|💸 money|💵 money|💳 card|🛒 shopping cart|"
        + "✅ check mark|✔ check mark|☑ check mark|❌ cross mark|❎ cross mark|❗ exclamation|‼ exclamation|❓ question|❔ question|⚠ warning|🚫 forbidden|⛔ forbidden|🆗 okay|🆘 help|🔴 red|🟢 green|➡ arrow|⬇ arrow|⬆ arrow|🐶 dog|🐱 cat|🌹 rose|🌸 flower";

    private const string Shortcodes =
        "smile smiling|smiley smiling|grin beaming|grinning grinning|laughing laughing|joy laughing tears|rofl laughing|lol laughing|wink winking|blush happy|heart_eyes in love|heart heart|"
        + "thumbsup thumbs up|+1 thumbs up|thumbsdown thumbs down|-1 thumbs down|clap clapping|pray thank you|ok_hand okay hand|wave waving|muscle strong|thinking thinking|thinking_face thinking|"
        + "slight_smile smiling|slightly_smiling_face smiling|upside_down_face upside down smile|sweat_smile nervous laugh|sunglasses cool|cry crying|sob crying loudly|sad sad|frowning frowning|"
        + "confused confused|worried worried|disappointed disappointed|angry angry|rage angry|mad angry|tired_face tired|weary weary|open_mouth surprised|shock surprised|eek surprised|scream screaming|"
        + "roll_eyes rolling eyes|rolleyes rolling eyes|neutral_face neutral|expressionless annoyed|smirk smirking|stuck_out_tongue tongue out|razz tongue out|yum yummy|facepalm facepalm|shrug shrugging|"
        + "tada party|partying_face celebrating|fire fire|rocket rocket|bug bug|bulb idea|100 hundred percent|eyes eyes|warning warning|white_check_mark check mark|heavy_check_mark check mark|x cross mark|"
        + "question question|exclamation exclamation|star star|sparkles sparkles|wrench wrench|hammer hammer|beer beer|beers cheers|coffee coffee|mrgreen grinning|ugeek nerd|geek nerd|nerd_face nerd|cool cool|"
        + "oops embarrassed|flushed embarrassed|evil devil|twisted devil|arrow arrow|idea idea|innocent angel|hugs hug|hugging_face hug|raised_hands hooray|crossed_fingers fingers crossed|point_up pointing up";

    private static readonly FrozenDictionary<int, string> Names = Table.Split('|')
        .ToFrozenDictionary(entry => Rune.GetRuneAt(entry, 0).Value, entry => entry[(entry.IndexOf(' ', StringComparison.Ordinal) + 1)..]);

    private static readonly FrozenDictionary<string, string> ByShortcode = Shortcodes.Split('|')
        .ToFrozenDictionary(entry => entry[..entry.IndexOf(' ', StringComparison.Ordinal)], entry => entry[(entry.IndexOf(' ', StringComparison.Ordinal) + 1)..]);

    /// <summary>Reads the emoji at the start of <paramref name="text"/> with its joiners, skin tones and variation marks.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out int length, out string name)
    {
        length = 0;
        name = General;
        if (Rune.DecodeFromUtf16(text, out Rune first, out int size) != System.Buffers.OperationStatus.Done || !IsEmoji(first.Value))
        {
            return false;
        }

        length = size;
        name = IsFlagLetter(first.Value) ? "flag" : Names.GetValueOrDefault(first.Value, General);
        bool joined = false;
        while (Rune.DecodeFromUtf16(text[length..], out Rune next, out size) == System.Buffers.OperationStatus.Done
            && (joined || IsModifier(next.Value) || (IsFlagLetter(first.Value) && IsFlagLetter(next.Value) && length == 2)))
        {
            joined = next.Value == 0x200D;
            length += size;
        }

        return true;
    }

    /// <summary>Reads a name between colons, such as <c>:smile:</c>, at the start of <paramref name="text"/>; only known names count.</summary>
    public static bool TryReadShortcode(ReadOnlySpan<char> text, out int length, out string name)
    {
        name = General;
        int close = text.Length < 3 ? -1 : text[1..Math.Min(text.Length, 32)].IndexOf(':');
        length = close + 2;
        return close > 0 && ByShortcode.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text[1..(close + 1)], out name!);
    }

    /// <summary>The blocks of Unicode that hold pictures, and the older signs that the table names.</summary>
    private static bool IsEmoji(int code) =>
        code is (>= 0x1F300 and <= 0x1FAFF) or (>= 0x1F1E6 and <= 0x1F1FF) || (code is >= 0x203C and <= 0x2BFF && Names.ContainsKey(code));

    private static bool IsFlagLetter(int code) => code is >= 0x1F1E6 and <= 0x1F1FF;

    private static bool IsModifier(int code) => code is 0x200D or 0xFE0E or 0xFE0F or 0x20E3 or (>= 0x1F3FB and <= 0x1F3FF) or (>= 0xE0020 and <= 0xE007F);
}
