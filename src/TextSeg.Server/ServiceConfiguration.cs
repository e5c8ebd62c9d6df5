using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using TextSeg.Engine;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Storage.Catalog;

namespace TextSeg.Server;

/// <summary>Reads the settings of a service: of appsettings.json in the data folder, over them those of the environment (TEXTSEG_…), over them those of the command line.</summary>
public static class ServiceConfiguration
{
    private const string Prefix = "TEXTSEG_";

    /// <summary>The service's own tables, for work on them without a service that listens.</summary>
    /// <param name="given">Settings of the command line.</param>
    /// <exception cref="JobException">Settings have faults, all of which are named, or the catalog cannot be opened.</exception>
    public static ServiceCatalog OpenCatalog(IReadOnlyDictionary<string, string?> given) => ServiceCatalog.Open(ReadPlace(given).Place);

    /// <summary>The settings, and where the service keeps what it remembers.</summary>
    /// <param name="given">Settings of the command line.</param>
    /// <exception cref="JobException">Settings have faults, all of which are named.</exception>
    internal static (ServiceOptions Options, ServicePlace Place) ReadPlace(IReadOnlyDictionary<string, string?> given)
    {
        using var configuration = new ConfigurationManager();
        var options = Read(configuration, given);
        return (options, StorageSettings.PlaceOf(options));
    }

    /// <summary>Reads them, and leaves them in the configuration.</summary>
    /// <param name="configuration">What the host knows; its own sources come last.</param>
    /// <param name="given">Settings of the command line.</param>
    /// <param name="more">Further faults that good settings may have here; null for none.</param>
    /// <exception cref="JobException">Settings have faults, all of which are named.</exception>
    internal static ServiceOptions Read(IConfigurationManager configuration, IReadOnlyDictionary<string, string?> given, Func<ServiceOptions, IEnumerable<string>>? more = null)
    {
        configuration.AddEnvironmentVariables(Prefix).AddInMemoryCollection(given.Where(setting => setting.Value is not null));
        var folder = configuration[nameof(ServiceOptions.Data)] ?? new ServiceOptions().Data;
        var file = new JsonConfigurationSource { Path = Path.Combine(Path.GetFullPath(folder), "appsettings.json"), Optional = true };
        file.ResolveFileProvider();
        configuration.Sources.Insert(0, file);
        var options = new ServiceOptions();
        configuration.Bind(options);
        return options.Faults().Concat(more?.Invoke(options) ?? []).ToArray() is { Length: > 0 } faults ? throw new JobException(string.Join(Environment.NewLine, faults)) { IsWrongUse = true } : options;
    }
}
