using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage.Rows;

namespace TextSeg.Engine.Storage;

/// <summary>The workspace's tables, the same in every database; each database has its own migrations. Full-text search (the table PostWords) is reached by SQL alone.</summary>
/// <param name="connection">An open connection; not owned.</param>
public abstract class WorkspaceContext(DbConnection connection) : DbContext
{
    public DbSet<StoredPost> Posts => Set<StoredPost>();

    public DbSet<StoredWaiting> Waiting => Set<StoredWaiting>();

    /// <summary>Members whose place in a segment is to be looked at again.</summary>
    public DbSet<StoredWaitingMember> WaitingMembers => Set<StoredWaitingMember>();

    /// <summary>By what rule runs placed members.</summary>
    public DbSet<StoredSegmentModel> SegmentModels => Set<StoredSegmentModel>();

    public DbSet<StoredRevision> Revisions => Set<StoredRevision>();

    public DbSet<StoredMember> Members => Set<StoredMember>();

    public DbSet<StoredAnnotation> Annotations => Set<StoredAnnotation>();

    public DbSet<StoredRun> Runs => Set<StoredRun>();

    public DbSet<StoredTopic> Topics => Set<StoredTopic>();

    public DbSet<StoredPostTopic> PostTopics => Set<StoredPostTopic>();

    public DbSet<StoredSegment> Segments => Set<StoredSegment>();

    public DbSet<StoredMembership> Memberships => Set<StoredMembership>();

    public DbSet<StoredProfile> Profiles => Set<StoredProfile>();

    public DbSet<StoredRejectedRow> RejectedRows => Set<StoredRejectedRow>();

    public DbSet<StoredEdit> Edits => Set<StoredEdit>();

    public DbSet<StoredEditItem> EditItems => Set<StoredEditItem>();

    public DbSet<StoredEditResult> EditResults => Set<StoredEditResult>();

    public DbSet<StoredChatAnswer> ChatAnswers => Set<StoredChatAnswer>();

    public DbSet<StoredArrival> Arrivals => Set<StoredArrival>();

    public DbSet<StoredRunComparison> RunComparisons => Set<StoredRunComparison>();

    public DbSet<StoredMemberEvent> MemberEvents => Set<StoredMemberEvent>();

    public DbSet<StoredSetting> Settings => Set<StoredSetting>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        connection.Provider.Configure(optionsBuilder, connection);
        optionsBuilder.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        configurationBuilder.Properties<PostKind>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StoredPost>().HasKey(row => row.Id);
        modelBuilder.Entity<StoredPost>().HasIndex(row => new { row.Source, row.ExternalId }).IsUnique();
        modelBuilder.Entity<StoredPost>().HasIndex(row => row.MemberId);
        modelBuilder.Entity<StoredPost>().HasIndex(row => new { row.Source, row.Thread });
        modelBuilder.Entity<StoredWaiting>().HasKey(row => row.PostId);
        modelBuilder.Entity<StoredWaiting>().Property(row => row.PostId).ValueGeneratedNever();
        modelBuilder.Entity<StoredPost>().HasIndex(row => row.ReplyToPostId);
        modelBuilder.Entity<StoredWaitingMember>().HasKey(row => row.MemberId);
        modelBuilder.Entity<StoredWaitingMember>().Property(row => row.MemberId).ValueGeneratedNever();
        modelBuilder.Entity<StoredSegmentModel>().HasKey(row => row.RunId);
        modelBuilder.Entity<StoredSegmentModel>().Property(row => row.RunId).ValueGeneratedNever();
        modelBuilder.Entity<StoredRevision>().HasKey(row => new { row.PostId, row.Revision });
        modelBuilder.Entity<StoredMember>().HasKey(row => row.Id);
        modelBuilder.Entity<StoredMember>().HasIndex(row => new { row.Source, row.ExternalId }).IsUnique();
        modelBuilder.Entity<StoredAnnotation>().HasKey(row => new { row.PostId, row.Kind, row.Label });
        modelBuilder.Entity<StoredRun>().HasKey(row => row.Id);
        modelBuilder.Entity<StoredTopic>().HasKey(row => new { row.RunId, row.Id });
        modelBuilder.Entity<StoredPostTopic>().HasKey(row => new { row.RunId, row.PostId });
        modelBuilder.Entity<StoredPostTopic>().HasIndex(row => new { row.RunId, row.TopicId });
        modelBuilder.Entity<StoredSegment>().HasKey(row => new { row.RunId, row.Id });
        modelBuilder.Entity<StoredMembership>().HasKey(row => new { row.RunId, row.MemberId, row.SegmentId });
        modelBuilder.Entity<StoredMembership>().HasIndex(row => new { row.RunId, row.SegmentId });
        modelBuilder.Entity<StoredProfile>().HasKey(row => new { row.RunId, row.MemberId });
        modelBuilder.Entity<StoredRejectedRow>().HasKey(row => new { row.Source, row.Line });
        modelBuilder.Entity<StoredArrival>().HasKey(row => new { row.Source, row.Hour });
        modelBuilder.Entity<StoredEdit>().HasKey(row => row.Id);
        modelBuilder.Entity<StoredEditItem>().HasKey(row => new { row.EditId, row.Part, row.ItemId });
        modelBuilder.Entity<StoredEditResult>().HasKey(row => new { row.RunId, row.EditId });
        modelBuilder.Entity<StoredChatAnswer>().HasKey(row => row.Hash);
        modelBuilder.Entity<StoredRunComparison>().HasKey(row => row.RunId);
        modelBuilder.Entity<StoredRunComparison>().Property(row => row.RunId).ValueGeneratedNever();
        modelBuilder.Entity<StoredMemberEvent>().HasKey(row => row.Id);
        modelBuilder.Entity<StoredMemberEvent>().HasIndex(row => new { row.Source, row.ExternalId }).IsUnique();
        modelBuilder.Entity<StoredMemberEvent>().HasIndex(row => row.MemberId);
        modelBuilder.Entity<StoredSetting>().HasKey(row => row.Key);
        connection.Provider.Shape(modelBuilder);
    }
}
