using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TextSeg.Engine.Access;

namespace TextSeg.Server.Tests;

/// <summary>The real service on a free port of this machine, over an empty data folder; where TEXTSEG_TEST_ON is "postgres", over a database of its own too.</summary>
public sealed class RunningService : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string?> _settings = [];
    private bool _isOnPostgreSql = Environment.GetEnvironmentVariable("TEXTSEG_TEST_ON") == "postgres";
    private PostgreSqlDatabase? _database;
    private WebApplication? _app;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>What the service was built of.</summary>
    public IServiceProvider Services => _app!.Services;

    /// <summary>The data folder.</summary>
    public string Folder => _folder.Path;

    /// <summary>Its settings.</summary>
    public ServiceOptions Settings => Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<ServiceOptions>>().Value;

    /// <summary>All that its database holds beside the data folder, row by row; nothing where it is in that folder.</summary>
    public IReadOnlyList<string> Rows() => _database?.Rows() ?? [];

    /// <summary>A service with settings of its own, that listens.</summary>
    public static async Task<RunningService> WithAsync(params (string Name, string Value)[] settings)
    {
        var service = With(settings);
        await service.InitializeAsync();
        return service;
    }

    /// <summary>A service with settings of its own, that is still to be started.</summary>
    public static RunningService With(params (string Name, string Value)[] settings)
    {
        var service = new RunningService();
        foreach (var (name, value) in settings)
        {
            service._settings[name] = value;
        }

        return service;
    }

    /// <summary>A service with settings and a data folder of its own, that is still to be started; where its database is, the settings say.</summary>
    public static RunningService Exactly(params (string Name, string Value)[] settings)
    {
        var service = With(settings);
        service._isOnPostgreSql = false;
        return service;
    }

    /// <summary>A service on PostgreSQL, that is still to be started; the running test is skipped, visibly, when there is no server.</summary>
    public static RunningService OnPostgreSql() => new() { _isOnPostgreSql = true };

    public async ValueTask InitializeAsync()
    {
        _database = _isOnPostgreSql ? PostgreSqlDatabase.MakeOrSkip() : null;
        _app = ServiceHost.Build(new Dictionary<string, string?>(_settings) { ["Data"] = _folder.Path, ["Urls"] = "http://127.0.0.1:0", ["Threads"] = "1", ["Database"] = _database?.Address ?? _settings.GetValueOrDefault("Database") });
        await _app.StartAsync();
        Address = new Uri(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        _database?.Dispose();
        _folder.Dispose();
    }

    /// <summary>A client without a key.</summary>
    public HttpClient Anonymous() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>A client with a key of its own.</summary>
    public async Task<HttpClient> ClientAsync(Role role, string? workspace = null, IReadOnlyList<Right>? scopes = null)
    {
        var (secret, _) = await Services.GetRequiredService<AccessKeys>().CreateAsync(new NewAccessKey(AccessKeyKind.Key, "test", role) { Workspace = workspace, Scopes = scopes });
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return client;
    }

    /// <summary>A new workspace and an administrator's client.</summary>
    public async Task<HttpClient> WithWorkspaceAsync(string name)
    {
        var client = await ClientAsync(Role.Administrator);
        (await client.PostAsJsonAsync("/api/v1/workspaces", new { name })).EnsureSuccessStatusCode();
        return client;
    }
}
