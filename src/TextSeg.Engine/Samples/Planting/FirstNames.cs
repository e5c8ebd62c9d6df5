namespace TextSeg.Engine.Samples.Planting;

/// <summary>First names by language, for sign-offs.</summary>
internal static class FirstNames
{
    private static readonly Dictionary<string, string[]> Names = new()
    {
        ["en"] = ["Maggie", "Owen", "Priya", "Dale", "Ruth", "Callum", "Tess", "Amir", "Joanne", "Hugh", "Keisha", "Neil", "Bridget", "Sam"],
        ["de"] = ["Jutta", "Holger", "Miriam", "Uwe", "Svenja", "Bernd", "Anke", "Jonas", "Heike", "Matthias", "Elif", "Rainer"],
        ["fr"] = ["Solène", "Bastien", "Maud", "Thierry", "Aïcha", "Gaël", "Corinne", "Yann", "Mireille", "Loïc"],
        ["es"] = ["Marisol", "Íñigo", "Paloma", "Rubén", "Nuria", "Gonzalo", "Ximena", "Álvaro", "Lourdes", "Teo"],
        ["it"] = ["Ornella", "Dario", "Giada", "Fabrizio", "Miriam", "Nello", "Silvia", "Tullio"],
        ["pt"] = ["Beatriz", "Rui", "Teresa", "Caio", "Lurdes", "Vasco", "Iara", "Nuno"],
        ["nl"] = ["Marijke", "Joost", "Femke", "Henk", "Saskia", "Wouter", "Lotte", "Gerrit"],
        ["ja"] = ["はるか", "健一", "みどり", "拓也", "さゆり", "直樹", "あおい", "正子"],
    };

    public static string Draw(string language, Dice dice) => dice.Of(Names[language]);
}
