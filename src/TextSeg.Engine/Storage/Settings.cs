using System.Data.Common;

namespace TextSeg.Engine.Storage;

/// <summary>Facts about the workspace itself, by name.</summary>
internal static class Settings
{
    /// <summary>Version of the program that wrote last.</summary>
    public const string Version = "version";

    /// <summary>The run that readers see.</summary>
    public const string CurrentRun = "current-run";

    /// <summary>"1" while posts were added that are not yet prepared together with all others.</summary>
    public const string Unprepared = "unprepared";

    /// <summary>"1" while languages were settled for new posts alone, and not for all together.</summary>
    public const string Unsettled = "unsettled";

    /// <summary>The encoder of the first mining, while there is no run.</summary>
    public const string Model = "model";

    /// <summary>The encoder that a change was begun with; empty for none.</summary>
    public const string NextModel = "next-model";

    /// <summary>How often somebody or something was erased: by it other processes see that what they keep may hold it.</summary>
    public const string Erasures = "erasures";

    /// <summary>The topics that people described, as JSON.</summary>
    public const string SeedTopics = "seed-topics";

    /// <summary>Where the next pull of a source goes on.</summary>
    public static string CursorOf(string source) => "cursor:" + source;

    /// <summary>How far an import is.</summary>
    public static string ImportOf(long import) => FormattableString.Invariant($"import:{import}");

    /// <summary>The run that was last looked at for rising topics.</summary>
    public const string RisesOfRun = "rises-of-run";

    public static string? Read(DbConnection connection, string key) =>
        connection.Query("SELECT Value FROM Settings WHERE Key = $1", row => row.GetString(0), key).FirstOrDefault();

    public static void Write(DbConnection connection, string key, string value)
    {
        using var command = connection.Prepare("INSERT INTO Settings (Key, Value) VALUES ($1, $2) ON CONFLICT (Key) DO UPDATE SET Value = excluded.Value", 2);
        command.Bind(key, value).ExecuteNonQuery();
    }
}
