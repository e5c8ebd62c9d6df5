namespace TextSeg.Engine.Sources.Pulling.Fetching;

/// <summary>Addresses of servers as users write them.</summary>
internal static class ServerAddress
{
    /// <summary>What is wrong with an address, one plain sentence; null when it can be asked. The sentence never repeats the address: it may hold a password.</summary>
    public static string? Fault(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !IsWeb(uri))
        {
            return "Address must be a whole http or https address, such as https://forum.example.org.";
        }

        return uri.UserInfo.Length > 0 ? "Address must not hold a name or a password: give them apart." : null;
    }

    public static bool IsWeb(Uri address) => address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps;

    /// <summary>The server's root with a path below it.</summary>
    public static Uri Below(string address, string path) => new(new Uri(address.EndsWith('/') ? address : address + "/"), path);
}
