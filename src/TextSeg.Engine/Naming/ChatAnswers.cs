using System.Globalization;
using TextSeg.Engine.Storage;
using TextSeg.Mining.Naming;

namespace TextSeg.Engine.Naming;

/// <summary>
/// The answers of chat models that a workspace remembers, by everything they depend on: the prompt's version, the model and the evidence.
/// A refresh that changes nothing finds all of them here and makes no call.
/// </summary>
/// <param name="workspace">Where they are kept.</param>
/// <param name="clock">When they came.</param>
internal sealed class ChatAnswers(Workspace workspace, TimeProvider clock)
{
    /// <summary>The answer to this question; null where it was never put.</summary>
    public string? Find(string model, NamingPrompt prompt) =>
        workspace.Connection.Query("SELECT Answer FROM ChatAnswers WHERE Hash = $1", row => row.GetString(0), HashOf(model, prompt)).FirstOrDefault();

    /// <summary>Keeps a whole answer.</summary>
    public void Keep(string model, NamingPrompt prompt, string answer)
    {
        using var insert = workspace.Connection.Prepare(
            """
            INSERT INTO ChatAnswers (Hash, Model, Answer, AnsweredAt) VALUES ($1, $2, $3, $4)
            ON CONFLICT (Hash) DO UPDATE SET Model = excluded.Model, Answer = excluded.Answer, AnsweredAt = excluded.AnsweredAt
            """, 4);
        insert.Bind(HashOf(model, prompt), model, answer, clock.GetUtcNow().ToUnixTimeMilliseconds()).ExecuteNonQuery();
    }

    private static string HashOf(string model, NamingPrompt prompt) => ContentHash.Of128(
        string.Join('\u001F', NamingPrompt.Version.ToString(CultureInfo.InvariantCulture), model, prompt.System, prompt.User)).ToString("x32", CultureInfo.InvariantCulture);
}
