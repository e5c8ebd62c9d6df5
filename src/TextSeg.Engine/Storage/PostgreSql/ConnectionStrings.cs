using System.Web;
using Npgsql;

namespace TextSeg.Engine.Storage.PostgreSql;

/// <summary>Npgsql's connection strings, from addresses as PostgreSQL's own tools take them.</summary>
internal static class ConnectionStrings
{
    private const int DefaultPort = 5432;
    private const int SecondsToConnect = 10;
    private const int SecondsOfACommand = 600;
    private const int StatementsPrepared = 100;

    /// <exception cref="JobException">A setting is not known.</exception>
    public static NpgsqlConnectionStringBuilder Of(Uri uri)
    {
        var user = uri.UserInfo.Split(':', 2);
        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = Uri.UnescapeDataString(uri.Host),
            Port = uri.Port > 0 ? uri.Port : DefaultPort,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/')),
            Username = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null,
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            ApplicationName = "textseg",
            Timeout = SecondsToConnect,
            CommandTimeout = SecondsOfACommand,
            MaxAutoPrepare = StatementsPrepared,
            IncludeErrorDetail = false,
        };
        var settings = HttpUtility.ParseQueryString(uri.Query);
        foreach (var name in settings.AllKeys.OfType<string>())
        {
            try
            {
                connection[name] = settings[name];
            }
            catch (Exception fault) when (fault is ArgumentException or FormatException or InvalidCastException)
            {
                throw new JobException($"The setting {name} in the database's address is not one that Npgsql takes, or its value is wrong.", fault) { IsWrongUse = true };
            }
        }

        return connection;
    }
}
