using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TextSeg.Engine.Storage.Sqlite;

namespace TextSeg.Engine.Storage.Migrations;

/// <summary>The model as the last migration left it; what the next migration is compared with.</summary>
[DbContext(typeof(SqliteWorkspaceContext))]
public class WorkspaceSnapshot : ModelSnapshot
{
    protected override void BuildModel(ModelBuilder modelBuilder)
    {
        modelBuilder.HasAnnotation("ProductVersion", "10.0.14");
        modelBuilder.Entity("TextSeg.Engine.Storage.Rows.StoredPost", BuildPosts);
        modelBuilder.Entity("TextSeg.Engine.Storage.Rows.StoredWaiting", BuildWaiting);
        modelBuilder.Entity("TextSeg.Engine.Storage.Rows.StoredWaitingMember", BuildWaitingMembers);
        modelBuilder.Entity("TextSeg.Engine.Storage.Rows.StoredSegmentModel", BuildSegmentModels);
        modelBuilder.Entity("TextSeg.Engine.Storage.Rows.StoredRevision", BuildRevisions);
        modelBuilder.Entity("TextSeg.Engine.Storage.Rows.StoredMember", BuildMembers);
        modelBuilder.Entity("TextSeg.Engine.Storage.Rows.StoredAnnotation", BuildAnnotations);
        modelBuilder.Entity("TextSeg.Engine.Storage.Rows.StoredRun", BuildRuns);
        modelBuilder.Entity("TextSeg.Engine.Storage.Rows.StoredTopic", BuildTopics);
        modelBuilder.Entity("TextSeg.Engine.Storage.Rows.StoredPostTopic", BuildPostTopics);
        modelBuilder.Entity("TextSeg.Engine.Storage.Rows.StoredSegment", BuildSegments);
        modelBuilder.Entity("TextSeg.Engine.Storage.Rows.StoredMembership", BuildMemberships);
        modelBuilder.Entity("TextSeg.Engine.Storage.Rows.StoredProfile", BuildProfiles);
        modelBuilder.Entity("TextSeg.Engine.Storage.Rows.StoredRejectedRow", BuildRejectedRows);
        modelBuilder.Entity("TextSeg.Engine.Storage.Rows.StoredChatAnswer", BuildChatAnswers);
        modelBuilder.Entity("TextSeg.Engine.Storage.Rows.StoredArrival", BuildArrivals);
        modelBuilder.Entity("TextSeg.Engine.Storage.Rows.StoredRunComparison", BuildRunComparisons);
        modelBuilder.Entity("TextSeg.Engine.Storage.Rows.StoredMemberEvent", BuildMemberEvents);
        modelBuilder.Entity("TextSeg.Engine.Storage.Rows.StoredSetting", BuildSettings);
        modelBuilder.Entity("TextSeg.Engine.Storage.Rows.StoredEdit", BuildEdits);
        modelBuilder.Entity("TextSeg.Engine.Storage.Rows.StoredEditItem", BuildEditItems);
        modelBuilder.Entity("TextSeg.Engine.Storage.Rows.StoredEditResult", BuildEditResults);
    }

    private static void BuildPosts(EntityTypeBuilder entity)
    {
        entity.Property<long>("Id").ValueGeneratedOnAdd();
        entity.Property<string>("Source").IsRequired();
        entity.Property<string>("ExternalId").IsRequired();
        entity.Property<string>("Kind").IsRequired();
        entity.Property<long>("Line");
        entity.Property<long?>("MemberId");
        entity.Property<string>("Title");
        entity.Property<string>("RawText").IsRequired();
        entity.Property<long>("ContentHash");
        entity.Property<int>("Revision");
        entity.Property<long?>("Time");
        entity.Property<string>("Thread");
        entity.Property<string>("ThreadPosition");
        entity.Property<string>("ReplyTo");
        entity.Property<bool>("ReplyToIsPosition");
        entity.Property<long?>("ReplyToPostId");
        entity.Property<double?>("Rating");
        entity.Property<string>("StatedLanguage");
        entity.Property<string>("Prose");
        entity.Property<bool>("HasCode");
        entity.Property<int>("Links");
        entity.Property<int>("Emoji");
        entity.Property<string>("Masked");
        entity.Property<long>("TextKey");
        entity.Property<string>("Language");
        entity.Property<bool>("NeedsVector");
        entity.HasKey("Id");
        entity.HasIndex("Source", "ExternalId").IsUnique();
        entity.HasIndex("MemberId");
        entity.HasIndex("Source", "Thread");
        entity.HasIndex("ReplyToPostId");
        entity.ToTable("Posts");
    }

    private static void BuildRevisions(EntityTypeBuilder entity)
    {
        entity.Property<long>("PostId");
        entity.Property<int>("Revision");
        entity.Property<string>("Title");
        entity.Property<string>("RawText").IsRequired();
        entity.HasKey("PostId", "Revision");
        entity.ToTable("Revisions");
    }

    private static void BuildMembers(EntityTypeBuilder entity)
    {
        entity.Property<long>("Id").ValueGeneratedOnAdd();
        entity.Property<string>("Source").IsRequired();
        entity.Property<string>("ExternalId").IsRequired();
        entity.Property<string>("Name");
        entity.HasKey("Id");
        entity.HasIndex("Source", "ExternalId").IsUnique();
        entity.ToTable("Members");
    }

    private static void BuildAnnotations(EntityTypeBuilder entity)
    {
        entity.Property<long>("PostId");
        entity.Property<string>("Kind").IsRequired();
        entity.Property<string>("Label").IsRequired();
        entity.Property<double>("Confidence");
        entity.Property<string>("Model").IsRequired();
        entity.HasKey("PostId", "Kind", "Label");
        entity.ToTable("Annotations");
    }

    private static void BuildRuns(EntityTypeBuilder entity)
    {
        entity.Property<long>("Id").ValueGeneratedOnAdd();
        entity.Property<long>("StartedAt");
        entity.Property<long?>("FinishedAt");
        entity.Property<long>("Seed");
        entity.Property<string>("Model").IsRequired();
        entity.Property<string>("Version").IsRequired();
        entity.Property<string>("Facts").IsRequired();
        entity.HasKey("Id");
        entity.ToTable("Runs");
    }

    private static void BuildTopics(EntityTypeBuilder entity)
    {
        entity.Property<long>("RunId");
        entity.Property<string>("Id").IsRequired();
        entity.Property<string>("ParentId");
        entity.Property<int>("Level");
        entity.Property<string>("Name").IsRequired();
        entity.Property<int>("Posts");
        entity.Property<int>("Members");
        entity.Property<double>("Stability");
        entity.Property<string>("Facts").IsRequired();
        entity.HasKey("RunId", "Id");
        entity.ToTable("Topics");
    }

    private static void BuildPostTopics(EntityTypeBuilder entity)
    {
        entity.Property<long>("RunId");
        entity.Property<long>("PostId");
        entity.Property<string>("TopicId");
        entity.Property<string>("LeafId");
        entity.Property<double>("Strength");
        entity.Property<string>("State").IsRequired();
        entity.Property<double>("X");
        entity.Property<double>("Y");
        entity.HasKey("RunId", "PostId");
        entity.HasIndex("RunId", "TopicId");
        entity.ToTable("PostTopics");
    }

    private static void BuildSegments(EntityTypeBuilder entity)
    {
        entity.Property<long>("RunId");
        entity.Property<string>("Id").IsRequired();
        entity.Property<string>("ParentId");
        entity.Property<string>("Name").IsRequired();
        entity.Property<string>("Description").IsRequired();
        entity.Property<int>("Members");
        entity.Property<double>("Stability");
        entity.Property<string>("Facts").IsRequired();
        entity.HasKey("RunId", "Id");
        entity.ToTable("Segments");
    }

    private static void BuildMemberships(EntityTypeBuilder entity)
    {
        entity.Property<long>("RunId");
        entity.Property<long>("MemberId");
        entity.Property<string>("SegmentId").IsRequired();
        entity.Property<double>("Weight");
        entity.Property<string>("State").IsRequired();
        entity.Property<bool>("IsOwn");
        entity.HasKey("RunId", "MemberId", "SegmentId");
        entity.HasIndex("RunId", "SegmentId");
        entity.ToTable("Memberships");
    }

    private static void BuildProfiles(EntityTypeBuilder entity)
    {
        entity.Property<long>("RunId");
        entity.Property<long>("MemberId");
        entity.Property<int>("Posts");
        entity.Property<string>("Facts").IsRequired();
        entity.HasKey("RunId", "MemberId");
        entity.ToTable("Profiles");
    }

    private static void BuildRejectedRows(EntityTypeBuilder entity)
    {
        entity.Property<string>("Source").IsRequired();
        entity.Property<long>("Line");
        entity.Property<string>("Reason").IsRequired();
        entity.HasKey("Source", "Line");
        entity.ToTable("RejectedRows");
    }

    private static void BuildChatAnswers(EntityTypeBuilder entity)
    {
        entity.Property<string>("Hash");
        entity.Property<string>("Model").IsRequired();
        entity.Property<string>("Answer").IsRequired();
        entity.Property<long>("AnsweredAt");
        entity.HasKey("Hash");
        entity.ToTable("ChatAnswers");
    }

    private static void BuildWaiting(EntityTypeBuilder entity)
    {
        entity.Property<long>("PostId").ValueGeneratedNever();
        entity.Property<long>("Since");
        entity.Property<string>("ClaimedBy");
        entity.Property<long?>("ClaimedUntil");
        entity.HasKey("PostId");
        entity.ToTable("Waiting");
    }

    private static void BuildArrivals(EntityTypeBuilder entity)
    {
        entity.Property<string>("Source").IsRequired();
        entity.Property<long>("Hour");
        entity.Property<long>("Posts");
        entity.Property<long>("Rejected");
        entity.HasKey("Source", "Hour");
        entity.ToTable("Arrivals");
    }

    private static void BuildRunComparisons(EntityTypeBuilder entity)
    {
        entity.Property<long>("RunId").ValueGeneratedNever();
        entity.Property<long>("BeforeId");
        entity.Property<string>("Facts").IsRequired();
        entity.HasKey("RunId");
        entity.ToTable("RunComparisons");
    }

    private static void BuildMemberEvents(EntityTypeBuilder entity)
    {
        entity.Property<long>("Id").ValueGeneratedOnAdd();
        entity.Property<long>("MemberId");
        entity.Property<string>("Source").IsRequired();
        entity.Property<string>("ExternalId").IsRequired();
        entity.Property<string>("Kind").IsRequired();
        entity.Property<long>("Time");
        entity.Property<double?>("Value");
        entity.HasKey("Id");
        entity.HasIndex("Source", "ExternalId").IsUnique();
        entity.HasIndex("MemberId");
        entity.ToTable("MemberEvents");
    }

    private static void BuildWaitingMembers(EntityTypeBuilder entity)
    {
        entity.Property<long>("MemberId").ValueGeneratedNever();
        entity.Property<string>("ClaimedBy");
        entity.Property<long?>("ClaimedUntil");
        entity.HasKey("MemberId");
        entity.ToTable("WaitingMembers");
    }

    private static void BuildSegmentModels(EntityTypeBuilder entity)
    {
        entity.Property<long>("RunId").ValueGeneratedNever();
        entity.Property<string>("Model").IsRequired();
        entity.HasKey("RunId");
        entity.ToTable("SegmentModels");
    }

    private static void BuildSettings(EntityTypeBuilder entity)
    {
        entity.Property<string>("Key").IsRequired();
        entity.Property<string>("Value").IsRequired();
        entity.HasKey("Key");
        entity.ToTable("Settings");
    }

    private static void BuildEdits(EntityTypeBuilder entity)
    {
        entity.Property<long>("Id").ValueGeneratedOnAdd();
        entity.Property<long>("MadeAt");
        entity.Property<string>("Verb").IsRequired();
        entity.Property<bool>("IsOfSegment");
        entity.Property<string>("Name");
        entity.Property<int>("LevelFromReader");
        entity.Property<long>("LastKnown");
        entity.Property<string>("PostParts").IsRequired();
        entity.Property<string>("Summary").IsRequired();
        entity.HasKey("Id");
        entity.ToTable("Edits");
    }

    private static void BuildEditItems(EntityTypeBuilder entity)
    {
        entity.Property<long>("EditId");
        entity.Property<int>("Part");
        entity.Property<long>("ItemId");
        entity.HasKey("EditId", "Part", "ItemId");
        entity.ToTable("EditItems");
    }

    private static void BuildEditResults(EntityTypeBuilder entity)
    {
        entity.Property<long>("RunId");
        entity.Property<long>("EditId");
        entity.Property<string>("State").IsRequired();
        entity.Property<string>("Why");
        entity.Property<long?>("ChangedBy");
        entity.HasKey("RunId", "EditId");
        entity.ToTable("EditResults");
    }
}
