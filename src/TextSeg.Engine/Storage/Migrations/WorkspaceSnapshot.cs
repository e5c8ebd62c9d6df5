using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TextSeg.Engine.Storage.Migrations;

/// <summary>The model as the last migration left it; what the next migration is compared with.</summary>
[DbContext(typeof(WorkspaceContext))]
public sealed class WorkspaceSnapshot : ModelSnapshot
{
    protected override void BuildModel(ModelBuilder modelBuilder)
    {
        modelBuilder.HasAnnotation("ProductVersion", "10.0.14");
        modelBuilder.Entity("TextSeg.Engine.Storage.Rows.StoredPost", BuildPosts);
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
        modelBuilder.Entity("TextSeg.Engine.Storage.Rows.StoredSetting", BuildSettings);
        modelBuilder.Entity("TextSeg.Engine.Storage.Rows.StoredEdit", BuildEdits);
        modelBuilder.Entity("TextSeg.Engine.Storage.Rows.StoredEditItem", BuildEditItems);
        modelBuilder.Entity("TextSeg.Engine.Storage.Rows.StoredEditResult", BuildEditResults);
    }

    private static void BuildPosts(EntityTypeBuilder entity)
    {
        entity.Property<long>("Id").ValueGeneratedOnAdd().HasColumnType("INTEGER");
        entity.Property<string>("Source").IsRequired().HasColumnType("TEXT");
        entity.Property<string>("ExternalId").IsRequired().HasColumnType("TEXT");
        entity.Property<string>("Kind").IsRequired().HasColumnType("TEXT");
        entity.Property<long>("Line").HasColumnType("INTEGER");
        entity.Property<long?>("MemberId").HasColumnType("INTEGER");
        entity.Property<string>("Title").HasColumnType("TEXT");
        entity.Property<string>("RawText").IsRequired().HasColumnType("TEXT");
        entity.Property<long>("ContentHash").HasColumnType("INTEGER");
        entity.Property<int>("Revision").HasColumnType("INTEGER");
        entity.Property<long?>("Time").HasColumnType("INTEGER");
        entity.Property<string>("Thread").HasColumnType("TEXT");
        entity.Property<string>("ThreadPosition").HasColumnType("TEXT");
        entity.Property<string>("ReplyTo").HasColumnType("TEXT");
        entity.Property<bool>("ReplyToIsPosition").HasColumnType("INTEGER");
        entity.Property<long?>("ReplyToPostId").HasColumnType("INTEGER");
        entity.Property<double?>("Rating").HasColumnType("REAL");
        entity.Property<string>("StatedLanguage").HasColumnType("TEXT");
        entity.Property<string>("Prose").HasColumnType("TEXT");
        entity.Property<bool>("HasCode").HasColumnType("INTEGER");
        entity.Property<int>("Links").HasColumnType("INTEGER");
        entity.Property<int>("Emoji").HasColumnType("INTEGER");
        entity.Property<string>("Masked").HasColumnType("TEXT");
        entity.Property<long>("TextKey").HasColumnType("INTEGER");
        entity.Property<string>("Language").HasColumnType("TEXT");
        entity.Property<bool>("NeedsVector").HasColumnType("INTEGER");
        entity.HasKey("Id");
        entity.HasIndex("Source", "ExternalId").IsUnique();
        entity.HasIndex("MemberId");
        entity.HasIndex("Source", "Thread");
        entity.ToTable("Posts");
    }

    private static void BuildRevisions(EntityTypeBuilder entity)
    {
        entity.Property<long>("PostId").HasColumnType("INTEGER");
        entity.Property<int>("Revision").HasColumnType("INTEGER");
        entity.Property<string>("Title").HasColumnType("TEXT");
        entity.Property<string>("RawText").IsRequired().HasColumnType("TEXT");
        entity.HasKey("PostId", "Revision");
        entity.ToTable("Revisions");
    }

    private static void BuildMembers(EntityTypeBuilder entity)
    {
        entity.Property<long>("Id").ValueGeneratedOnAdd().HasColumnType("INTEGER");
        entity.Property<string>("Source").IsRequired().HasColumnType("TEXT");
        entity.Property<string>("ExternalId").IsRequired().HasColumnType("TEXT");
        entity.Property<string>("Name").HasColumnType("TEXT");
        entity.HasKey("Id");
        entity.HasIndex("Source", "ExternalId").IsUnique();
        entity.ToTable("Members");
    }

    private static void BuildAnnotations(EntityTypeBuilder entity)
    {
        entity.Property<long>("PostId").HasColumnType("INTEGER");
        entity.Property<string>("Kind").IsRequired().HasColumnType("TEXT");
        entity.Property<string>("Label").IsRequired().HasColumnType("TEXT");
        entity.Property<double>("Confidence").HasColumnType("REAL");
        entity.Property<string>("Model").IsRequired().HasColumnType("TEXT");
        entity.HasKey("PostId", "Kind", "Label");
        entity.ToTable("Annotations");
    }

    private static void BuildRuns(EntityTypeBuilder entity)
    {
        entity.Property<long>("Id").ValueGeneratedOnAdd().HasColumnType("INTEGER");
        entity.Property<long>("StartedAt").HasColumnType("INTEGER");
        entity.Property<long?>("FinishedAt").HasColumnType("INTEGER");
        entity.Property<long>("Seed").HasColumnType("INTEGER");
        entity.Property<string>("Model").IsRequired().HasColumnType("TEXT");
        entity.Property<string>("Version").IsRequired().HasColumnType("TEXT");
        entity.Property<string>("Facts").IsRequired().HasColumnType("TEXT");
        entity.HasKey("Id");
        entity.ToTable("Runs");
    }

    private static void BuildTopics(EntityTypeBuilder entity)
    {
        entity.Property<long>("RunId").HasColumnType("INTEGER");
        entity.Property<string>("Id").IsRequired().HasColumnType("TEXT");
        entity.Property<string>("ParentId").HasColumnType("TEXT");
        entity.Property<int>("Level").HasColumnType("INTEGER");
        entity.Property<string>("Name").IsRequired().HasColumnType("TEXT");
        entity.Property<int>("Posts").HasColumnType("INTEGER");
        entity.Property<int>("Members").HasColumnType("INTEGER");
        entity.Property<double>("Stability").HasColumnType("REAL");
        entity.Property<string>("Facts").IsRequired().HasColumnType("TEXT");
        entity.HasKey("RunId", "Id");
        entity.ToTable("Topics");
    }

    private static void BuildPostTopics(EntityTypeBuilder entity)
    {
        entity.Property<long>("RunId").HasColumnType("INTEGER");
        entity.Property<long>("PostId").HasColumnType("INTEGER");
        entity.Property<string>("TopicId").HasColumnType("TEXT");
        entity.Property<string>("LeafId").HasColumnType("TEXT");
        entity.Property<double>("Strength").HasColumnType("REAL");
        entity.Property<string>("State").IsRequired().HasColumnType("TEXT");
        entity.Property<double>("X").HasColumnType("REAL");
        entity.Property<double>("Y").HasColumnType("REAL");
        entity.HasKey("RunId", "PostId");
        entity.HasIndex("RunId", "TopicId");
        entity.ToTable("PostTopics");
    }

    private static void BuildSegments(EntityTypeBuilder entity)
    {
        entity.Property<long>("RunId").HasColumnType("INTEGER");
        entity.Property<string>("Id").IsRequired().HasColumnType("TEXT");
        entity.Property<string>("ParentId").HasColumnType("TEXT");
        entity.Property<string>("Name").IsRequired().HasColumnType("TEXT");
        entity.Property<string>("Description").IsRequired().HasColumnType("TEXT");
        entity.Property<int>("Members").HasColumnType("INTEGER");
        entity.Property<double>("Stability").HasColumnType("REAL");
        entity.Property<string>("Facts").IsRequired().HasColumnType("TEXT");
        entity.HasKey("RunId", "Id");
        entity.ToTable("Segments");
    }

    private static void BuildMemberships(EntityTypeBuilder entity)
    {
        entity.Property<long>("RunId").HasColumnType("INTEGER");
        entity.Property<long>("MemberId").HasColumnType("INTEGER");
        entity.Property<string>("SegmentId").IsRequired().HasColumnType("TEXT");
        entity.Property<double>("Weight").HasColumnType("REAL");
        entity.Property<string>("State").IsRequired().HasColumnType("TEXT");
        entity.Property<bool>("IsOwn").HasColumnType("INTEGER");
        entity.HasKey("RunId", "MemberId", "SegmentId");
        entity.HasIndex("RunId", "SegmentId");
        entity.ToTable("Memberships");
    }

    private static void BuildProfiles(EntityTypeBuilder entity)
    {
        entity.Property<long>("RunId").HasColumnType("INTEGER");
        entity.Property<long>("MemberId").HasColumnType("INTEGER");
        entity.Property<int>("Posts").HasColumnType("INTEGER");
        entity.Property<string>("Facts").IsRequired().HasColumnType("TEXT");
        entity.HasKey("RunId", "MemberId");
        entity.ToTable("Profiles");
    }

    private static void BuildRejectedRows(EntityTypeBuilder entity)
    {
        entity.Property<string>("Source").IsRequired().HasColumnType("TEXT");
        entity.Property<long>("Line").HasColumnType("INTEGER");
        entity.Property<string>("Reason").IsRequired().HasColumnType("TEXT");
        entity.HasKey("Source", "Line");
        entity.ToTable("RejectedRows");
    }

    private static void BuildChatAnswers(EntityTypeBuilder entity)
    {
        entity.Property<string>("Hash").HasColumnType("TEXT");
        entity.Property<string>("Model").IsRequired().HasColumnType("TEXT");
        entity.Property<string>("Answer").IsRequired().HasColumnType("TEXT");
        entity.Property<long>("AnsweredAt").HasColumnType("INTEGER");
        entity.HasKey("Hash");
        entity.ToTable("ChatAnswers");
    }

    private static void BuildSettings(EntityTypeBuilder entity)
    {
        entity.Property<string>("Key").IsRequired().HasColumnType("TEXT");
        entity.Property<string>("Value").IsRequired().HasColumnType("TEXT");
        entity.HasKey("Key");
        entity.ToTable("Settings");
    }

    private static void BuildEdits(EntityTypeBuilder entity)
    {
        entity.Property<long>("Id").ValueGeneratedOnAdd().HasColumnType("INTEGER");
        entity.Property<long>("MadeAt").HasColumnType("INTEGER");
        entity.Property<string>("Verb").IsRequired().HasColumnType("TEXT");
        entity.Property<bool>("IsOfSegment").HasColumnType("INTEGER");
        entity.Property<string>("Name").HasColumnType("TEXT");
        entity.Property<int>("LevelFromReader").HasColumnType("INTEGER");
        entity.Property<long>("LastKnown").HasColumnType("INTEGER");
        entity.Property<string>("PostParts").IsRequired().HasColumnType("TEXT");
        entity.Property<string>("Summary").IsRequired().HasColumnType("TEXT");
        entity.HasKey("Id");
        entity.ToTable("Edits");
    }

    private static void BuildEditItems(EntityTypeBuilder entity)
    {
        entity.Property<long>("EditId").HasColumnType("INTEGER");
        entity.Property<int>("Part").HasColumnType("INTEGER");
        entity.Property<long>("ItemId").HasColumnType("INTEGER");
        entity.HasKey("EditId", "Part", "ItemId");
        entity.ToTable("EditItems");
    }

    private static void BuildEditResults(EntityTypeBuilder entity)
    {
        entity.Property<long>("RunId").HasColumnType("INTEGER");
        entity.Property<long>("EditId").HasColumnType("INTEGER");
        entity.Property<string>("State").IsRequired().HasColumnType("TEXT");
        entity.Property<string>("Why").HasColumnType("TEXT");
        entity.Property<long?>("ChangedBy").HasColumnType("INTEGER");
        entity.HasKey("RunId", "EditId");
        entity.ToTable("EditResults");
    }
}
