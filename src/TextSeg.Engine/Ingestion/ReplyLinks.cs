using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Ingestion;

/// <summary>Finds the post that each reply answers, by id or by place in the thread. Posts that come later are found at the next run.</summary>
internal static class ReplyLinks
{
    public static void Resolve(Workspace workspace)
    {
        workspace.Connection.Execute(
            """
            UPDATE Posts SET ReplyToPostId = Answered.Id FROM Posts AS Answered
            WHERE Posts.ReplyToPostId IS NULL AND Posts.ReplyTo IS NOT NULL AND Posts.ReplyToIsPosition = 0
                AND Answered.Source = Posts.Source AND Answered.ExternalId = Posts.ReplyTo;
            """);
        workspace.Connection.Execute(
            """
            UPDATE Posts SET ReplyToPostId = Answered.Id FROM Posts AS Answered
            WHERE Posts.ReplyToPostId IS NULL AND Posts.ReplyTo IS NOT NULL AND Posts.ReplyToIsPosition = 1
                AND Answered.Source = Posts.Source AND Answered.Thread = Posts.Thread AND Answered.ThreadPosition = Posts.ReplyTo;
            """);
    }
}
