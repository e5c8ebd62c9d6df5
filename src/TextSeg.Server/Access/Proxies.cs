using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;

namespace TextSeg.Server.Access;

/// <summary>The proxies before the service whose word on the caller's address and on https is believed (X-Forwarded-For, X-Forwarded-Proto). Nobody else's is.</summary>
internal static class Proxies
{
    /// <summary>Whether a setting names addresses or networks, parted by semicolons.</summary>
    public static bool AreGood(string setting) => Parts(setting).All(part => TryRead(part, out _));

    /// <summary>Believes the proxies of the setting; nobody where it is empty.</summary>
    public static void BelieveProxies(this WebApplication app, string setting)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var part in Parts(setting))
        {
            TryRead(part, out var network);
            options.KnownIPNetworks.Add(network);
        }

        if (options.KnownIPNetworks.Count > 0)
        {
            app.UseForwardedHeaders(options);
        }
    }

    private static string[] Parts(string setting) => setting.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool TryRead(string part, out System.Net.IPNetwork network)
    {
        if (System.Net.IPNetwork.TryParse(part, out network))
        {
            return true;
        }

        if (!IPAddress.TryParse(part, out var address))
        {
            return false;
        }

        network = new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8);
        return true;
    }
}
