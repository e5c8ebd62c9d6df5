using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TextSeg.Engine;
using TextSeg.Engine.Access;
using TextSeg.Engine.Audit;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.MemberRights;
using TextSeg.Engine.Status;
using TextSeg.Engine.Storage.Catalog;
using TextSeg.Nlp.ModelFiles;
using TextSeg.Server.Access;
using TextSeg.Server.Access.OpenId;
using TextSeg.Server.Api;
using TextSeg.Server.Background;
using TextSeg.Server.Documents;
using TextSeg.Server.Health;
using TextSeg.Server.Observability;
using TextSeg.Server.Problems;
using TextSeg.Server.Schedules;
using TextSeg.Server.Writes;

namespace TextSeg.Server;

/// <summary>Puts the service together: API and consumers in one process.</summary>
public static class ServiceHost
{
    /// <summary>Builds the service; it listens when it is started.</summary>
    /// <param name="given">Settings of the command line, over those of the environment (TEXTSEG_…) and of appsettings.json in the data folder.</param>
    /// <exception cref="JobException">Settings have faults, all of which are named, or the data folder cannot be used.</exception>
    public static WebApplication Build(IReadOnlyDictionary<string, string?> given)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(ServiceHost).Assembly.GetName().Name });
        var options = ServiceConfiguration.Read(builder.Configuration, given);
        builder.Services.AddSingleton(Options.Create(options));
        builder.WebHost.UseUrls(options.Urls).UseKestrelHttpsConfiguration();
        builder.AddRequestLimits();
        builder.Logging.AddServiceLogs();
        AddEngine(builder.Services, options);
        AddHttp(builder.Services, options);
        builder.Services.AddBackground();
        builder.Services.AddRateLimits(options);
        builder.Services.AddTelemetry(options.Telemetry);
        builder.Services.AddChecks();
        builder.Services.AddSchedules(options.Schedules);
        builder.Services.AddPresence("serve");
        var app = builder.Build();
        Map(app);
        return app;
    }

    internal static void AddEngine(IServiceCollection services, ServiceOptions options)
    {
        var place = StorageSettings.PlaceOf(options);
        var catalog = ServiceCatalog.Open(place);
        services.AddSingleton(TimeProvider.System).AddSingleton(catalog);
        services.AddSingleton(ServiceModels.Load(ModelCatalog.ForThisMachine(), options.Threads));
        services.AddSingleton(provider => new WorkspaceRegistry(catalog, place, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new Leases(catalog, $"{Environment.MachineName}/{Environment.ProcessId}", provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Consents>().AddSingleton<ErasureReceipts>().AddSingleton<WorkspaceErasure>();
        services.AddSingleton<AccessKeys>().AddSingleton<AuditLog>().AddSingleton<RunRequests>().AddSingleton<DeadLetters>().AddSingleton<RepeatedWrites>().AddSingleton<WorkspaceStages>();
        services.AddIntake(options);
        services.AddBus(options);
        services.AddHostedService<UnfinishedWork>();
        services.AddSingleton(provider => new StatusReader(catalog, provider.GetRequiredService<WorkspaceRegistry>(), options.Data, provider.GetRequiredService<TimeProvider>()));
    }

    private static void AddHttp(IServiceCollection services, ServiceOptions options)
    {
        services.AddHttpContextAccessor().AddProblemDetails().AddExceptionHandler<FaultHandler>();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.CamelCase, allowIntegerValues: false)));
        services.AddAuthentication(AccessKeyAuthentication.SchemeName).AddScheme<AuthenticationSchemeOptions, AccessKeyAuthentication>(AccessKeyAuthentication.SchemeName, null).AddProvider(options);
        services.AddSingleton<BrowserSessions>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IAuthorizationHandler, RightHandler>();
        services.AddHostedService<SearchPreparation>();
        services.AddApiDocument();
    }

    private static void Map(WebApplication app)
    {
        app.BelieveProxies(app.Services.GetRequiredService<IOptions<ServiceOptions>>().Value.Proxies);
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.RefuseOddBodies();
        app.UseRouting();
        app.UseMiddleware<TraceMiddleware>();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseMiddleware<SameOriginMiddleware>();
        app.UseMiddleware<AuditMiddleware>();
        app.UseAuthorization();
        app.UseMiddleware<WorkspaceMiddleware>();
        app.UseMiddleware<IdempotencyMiddleware>();
        app.MapHealth();
        app.MapMetrics();
        app.MapSignIn();
        app.MapProvider(app.Services.GetRequiredService<IOptions<ServiceOptions>>().Value);
        app.MapPages();
        app.MapHooks();
        app.MapApiDocument();
        app.MapDocs();
        var api = app.MapGroup("/api/v1").AddEndpointFilter<EntityTagFilter>().AddEndpointFilter<ArgumentFilter>();
        api.MapMe();
        api.MapWorkspaces();
        api.MapKeys();
        api.MapStatus();
        var workspace = api.MapGroup("/workspaces/{workspace}");
        workspace.MapPosts();
        workspace.MapEvents();
        workspace.MapImports();
        workspace.MapReceivers();
        workspace.MapSubscriptions();
        workspace.MapTopics();
        workspace.MapSegments();
        workspace.MapMembers();
        workspace.MapSearch();
        workspace.MapTrends();
        workspace.MapExports();
        workspace.MapSources();
        workspace.MapConsent();
        workspace.MapErasures();
        workspace.MapRetention();
        workspace.MapRuns();
        workspace.MapSchedule();
        workspace.MapDeadLetters();
        workspace.MapAudit();
    }
}
