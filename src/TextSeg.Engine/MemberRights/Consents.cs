using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Storage.Catalog;
using TextSeg.Engine.Storage.Catalog.Rows;

namespace TextSeg.Engine.MemberRights;

/// <summary>A consent that was given or taken back.</summary>
/// <param name="Purpose">What for: "analysis", "contact" …</param>
/// <param name="IsGiven">Given, or taken back.</param>
/// <param name="Text">The words that were agreed to.</param>
/// <param name="Version">Version of the words.</param>
/// <param name="At">When.</param>
public sealed record Consent(string Purpose, bool IsGiven, string Text, string Version, DateTimeOffset At);

/// <summary>Who agreed to what, in which words and when. The last word on a purpose counts.</summary>
public sealed class Consents(ServiceCatalog catalog, TimeProvider clock)
{
    /// <summary>Purpose without which a member is in no audience that is taken away, once anybody in the workspace was asked for it.</summary>
    public const string Contact = "contact";

    /// <summary>Adds what a member said.</summary>
    public async Task<Consent> AddAsync(string workspace, string source, string member, string purpose, bool isGiven, string text, string version, CancellationToken cancellationToken = default)
    {
        var row = new StoredConsent
        {
            Workspace = workspace, Source = source, Member = member, Purpose = purpose, IsGiven = isGiven, Text = text, Version = version, At = clock.GetUtcNow(),
        };
        await using var context = catalog.CreateContext();
        context.Consents.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        return Of(row);
    }

    /// <summary>All that a member said, the oldest first.</summary>
    public async Task<IReadOnlyList<Consent>> OfAsync(string workspace, string source, string member, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        var rows = await context.Consents.AsNoTracking().Where(row => row.Workspace == workspace && row.Source == source && row.Member == member).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(Of)];
    }

    /// <summary>The members whose last word on a purpose is yes; null where nobody in the workspace was ever asked.</summary>
    public async Task<IReadOnlySet<(string Source, string Member)>?> WhoAgreedAsync(string workspace, string purpose, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        var rows = await context.Consents.AsNoTracking().Where(row => row.Workspace == workspace && row.Purpose == purpose).OrderBy(row => row.Id)
            .Select(row => new { row.Source, row.Member, row.IsGiven }).ToListAsync(cancellationToken);
        return rows.Count == 0 ? null : rows.GroupBy(row => (row.Source, row.Member)).Where(said => said.Last().IsGiven).Select(said => said.Key).ToHashSet();
    }

    /// <summary>Takes away all that a member said.</summary>
    public Task ForgetAsync(string workspace, string source, string member, CancellationToken cancellationToken = default) => catalog.PurgeAsync(
        context => context.Consents.Where(row => row.Workspace == workspace && row.Source == source && row.Member == member).ExecuteDeleteAsync(cancellationToken), cancellationToken);

    private static Consent Of(StoredConsent row) => new(row.Purpose, row.IsGiven, row.Text, row.Version, row.At);
}
