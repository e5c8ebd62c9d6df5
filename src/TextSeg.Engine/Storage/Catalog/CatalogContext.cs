using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using TextSeg.Engine.Access;
using TextSeg.Engine.Storage.Catalog.Rows;

namespace TextSeg.Engine.Storage.Catalog;

/// <summary>The tables of the service itself, beside those of each workspace.</summary>
public sealed class CatalogContext(DbContextOptions<CatalogContext> options) : DbContext(options)
{
    public DbSet<StoredWorkspace> Workspaces => Set<StoredWorkspace>();

    public DbSet<StoredAccessKey> AccessKeys => Set<StoredAccessKey>();

    public DbSet<StoredAuditEntry> AuditEntries => Set<StoredAuditEntry>();

    public DbSet<StoredRunRequest> RunRequests => Set<StoredRunRequest>();

    public DbSet<StoredDeadLetter> DeadLetters => Set<StoredDeadLetter>();

    public DbSet<StoredLease> Leases => Set<StoredLease>();

    public DbSet<StoredAnswer> Answers => Set<StoredAnswer>();

    public DbSet<StoredConsent> Consents => Set<StoredConsent>();

    public DbSet<StoredErasure> Erasures => Set<StoredErasure>();

    public DbSet<StoredSchedule> Schedules => Set<StoredSchedule>();

    public DbSet<StoredRetentionRule> RetentionRules => Set<StoredRetentionRule>();

    public DbSet<StoredRetentionReceipt> RetentionReceipts => Set<StoredRetentionReceipt>();

    public DbSet<StoredImport> Imports => Set<StoredImport>();

    public DbSet<StoredReceiver> Receivers => Set<StoredReceiver>();

    public DbSet<StoredReceivedMessage> ReceivedMessages => Set<StoredReceivedMessage>();

    public DbSet<StoredRemoval> Removals => Set<StoredRemoval>();

    public DbSet<StoredSubscription> Subscriptions => Set<StoredSubscription>();

    public DbSet<StoredDelivery> Deliveries => Set<StoredDelivery>();

    public DbSet<StoredFinding> Findings => Set<StoredFinding>();

    public DbSet<StoredPulledSource> PulledSources => Set<StoredPulledSource>();

    // Two providers share hand-written migrations; a test holds the migrated tables against the model instead.
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        configurationBuilder.Properties<AccessKeyKind>().HaveConversion<string>();
        configurationBuilder.Properties<Role>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StoredWorkspace>().HasKey(row => row.Name);
        modelBuilder.Entity<StoredAccessKey>().HasKey(row => row.Id);
        modelBuilder.Entity<StoredAccessKey>().HasIndex(row => row.Hash).IsUnique();
        modelBuilder.Entity<StoredAuditEntry>().HasKey(row => row.Id);
        modelBuilder.Entity<StoredAuditEntry>().HasIndex(row => new { row.Workspace, row.Id });
        modelBuilder.Entity<StoredRunRequest>().HasKey(row => row.Id);
        modelBuilder.Entity<StoredRunRequest>().HasIndex(row => new { row.Workspace, row.Id });
        modelBuilder.Entity<StoredDeadLetter>().HasKey(row => row.Id);
        modelBuilder.Entity<StoredDeadLetter>().HasIndex(row => new { row.Workspace, row.Request }).IsUnique();
        modelBuilder.Entity<StoredLease>().HasKey(row => row.Name);
        modelBuilder.Entity<StoredAnswer>().HasKey(row => new { row.Key, row.IdempotencyKey });
        modelBuilder.Entity<StoredAnswer>().HasIndex(row => row.At);
        modelBuilder.Entity<StoredConsent>().HasKey(row => row.Id);
        modelBuilder.Entity<StoredConsent>().HasIndex(row => new { row.Workspace, row.Source, row.Member });
        modelBuilder.Entity<StoredErasure>().HasKey(row => row.Id);
        modelBuilder.Entity<StoredErasure>().HasIndex(row => new { row.Workspace, row.MemberHash });
        modelBuilder.Entity<StoredSchedule>().HasKey(row => row.Workspace);
        modelBuilder.Entity<StoredRetentionRule>().HasKey(row => new { row.Workspace, row.Source });
        modelBuilder.Entity<StoredRetentionReceipt>().HasKey(row => row.Id);
        modelBuilder.Entity<StoredRetentionReceipt>().HasIndex(row => new { row.Workspace, row.Id });
        modelBuilder.Entity<StoredImport>().HasKey(row => row.Id);
        modelBuilder.Entity<StoredImport>().HasIndex(row => new { row.Workspace, row.Id });
        modelBuilder.Entity<StoredReceiver>().HasKey(row => row.Id);
        modelBuilder.Entity<StoredReceiver>().HasIndex(row => row.Token).IsUnique();
        modelBuilder.Entity<StoredReceivedMessage>().HasKey(row => new { row.ReceiverId, row.Hash });
        modelBuilder.Entity<StoredReceivedMessage>().HasIndex(row => row.At);
        modelBuilder.Entity<StoredRemoval>().HasKey(row => row.Id);
        modelBuilder.Entity<StoredRemoval>().HasIndex(row => new { row.Workspace, row.Source, row.ItemId });
        modelBuilder.Entity<StoredSubscription>().HasKey(row => row.Id);
        modelBuilder.Entity<StoredSubscription>().HasIndex(row => row.Workspace);
        modelBuilder.Entity<StoredDelivery>().HasKey(row => row.Id);
        modelBuilder.Entity<StoredDelivery>().HasIndex(row => new { row.SubscriptionId, row.Key }).IsUnique();
        modelBuilder.Entity<StoredDelivery>().HasIndex(row => new { row.State, row.NextAt });
        modelBuilder.Entity<StoredFinding>().HasKey(row => row.Id);
        modelBuilder.Entity<StoredFinding>().HasIndex(row => new { row.Workspace, row.Id });
        modelBuilder.Entity<StoredPulledSource>().HasKey(row => row.Id);
        modelBuilder.Entity<StoredPulledSource>().HasIndex(row => new { row.Workspace, row.Name }).IsUnique();
    }
}
