namespace TextSeg.Server;

/// <summary>A RabbitMQ server.</summary>
/// <param name="Host">Its name or number.</param>
/// <param name="Port">Its port; 5672 unless told.</param>
/// <param name="VirtualHost">The virtual host; "/" unless told.</param>
/// <param name="User">Who signs in.</param>
/// <param name="Password">With what.</param>
internal sealed record BusAddress(string Host, ushort Port, string VirtualHost, string User, string Password)
{
    /// <summary>The value that asks for the bus within this process.</summary>
    public const string InMemory = "memory";

    /// <summary>How an address is written.</summary>
    public const string Shape = "rabbitmq://user:password@host/vhost";

    private const ushort DefaultPort = 5672;

    /// <summary>Reads rabbitmq://user:password@host:port/vhost, with %-escapes where a sign has a meaning of its own; null where it is none.</summary>
    public static BusAddress? TryParse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme != "rabbitmq" || address.Host.Length == 0 || address.UserInfo.Split(':') is not [{ Length: > 0 } user, var password])
        {
            return null;
        }

        var path = Uri.UnescapeDataString(address.AbsolutePath.TrimStart('/'));
        return new BusAddress(address.Host, address.Port > 0 ? (ushort)address.Port : DefaultPort, path.Length > 0 ? path : "/", Uri.UnescapeDataString(user), Uri.UnescapeDataString(password));
    }

    /// <summary>Without the password, for logs.</summary>
    public override string ToString() => $"rabbitmq://{Host}:{Port}/{VirtualHost.TrimStart('/')}";
}
