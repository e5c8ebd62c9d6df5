using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TextSeg.Engine.Access;
using TextSeg.Engine.Importing;
using TextSeg.Engine.Outbound;
using TextSeg.Engine.Pulls;
using TextSeg.Engine.Receiving;
using TextSeg.Engine.Subscriptions;
using TextSeg.Server.Queues;

namespace TextSeg.Server.Background;

/// <summary>Work that the service does by itself, beside what the bus tells of.</summary>
internal static class BackgroundWork
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Hourly = TimeSpan.FromHours(1);

    /// <summary>What the interface and the work both need.</summary>
    public static void AddIntake(this IServiceCollection services, ServiceOptions options)
    {
        services.AddSingleton<BackgroundSignal>().AddSingleton(_ => SecretSeal.Load(options.Data, options.SealingKey));
        services.AddSingleton(options.Imports).AddSingleton<ImportRegistry>().AddSingleton<ImportWork>();
        services.AddSingleton<Receivers>().AddSingleton<ReceivedMessages>().AddSingleton<PostRemovals>().AddSingleton<WebhookIntake>();
        services.AddSingleton(options.Outbound).AddSingleton<OutboundClient>().AddSingleton<SubscriptionRegistry>().AddSingleton<EventOutbox>().AddSingleton<DeliveryWork>();
        services.AddSingleton(new DisclosureMinimum(options.MinimumMembers)).AddSingleton<FindingWatch>();
        services.AddSingleton<PulledSourceOpener>().AddSingleton<PullRegistry>().AddSingleton<PullWork>().AddSingleton<QueuedPosts>();
    }

    /// <summary>The work itself, done by processes with an interface: they have the uploaded files and the key to passwords.</summary>
    public static void AddBackground(this IServiceCollection services)
    {
        services.AddHostedService<PostQueue>();
        services.AddPeriodic<ImportWork>(Soon, work => work.RunAsync);
        services.AddPeriodic<ImportWork>(Hourly, work => work.CleanAsync);
        services.AddPeriodic<PostRemovals>(Soon, work => work.RunAsync);
        services.AddPeriodic<ReceivedMessages>(Hourly, work => work.CleanAsync);
        services.AddPeriodic<PullWork>(Often, work => work.RunAsync);
        services.AddPeriodic<FindingWatch>(Soon, work => work.RunAsync);
        services.AddPeriodic<EventOutbox>(Soon, work => work.RunAsync);
        services.AddPeriodic<DeliveryWork>(Often, work => work.RunAsync);
        services.AddPeriodic<DeliveryWork>(Hourly, work => work.CleanAsync);
    }

    private static void AddPeriodic<T>(this IServiceCollection services, TimeSpan every, Func<T, Func<CancellationToken, Task>> choose) where T : notnull =>
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<PeriodicWork>(provider, choose(provider.GetRequiredService<T>()), every));
}
