using System.Net.Sockets;
using Npgsql;

namespace TextSeg.Engine.Storage.PostgreSql;

/// <summary>Says in a sentence what keeps a PostgreSQL server from being used; never with a password.</summary>
internal static class PostgreSqlFault
{
    private const string GoOn = "run the same command again; it goes on from the last finished batch.";

    /// <summary>The server's or the connection's fault within another; null for none.</summary>
    public static NpgsqlException? Find(Exception? fault) => fault as NpgsqlException ?? (fault is null or JobException ? null : Find(fault.InnerException));

    /// <param name="fault">What came.</param>
    /// <param name="place">Server, database and schema, in words.</param>
    public static JobException Translate(NpgsqlException fault, string place) => new(fault is PostgresException told ? Told(told, place) : Lost(fault, place), fault);

    private static string Told(PostgresException fault, string place) => fault.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => $"The server refuses the user or the password for {place}: check the database's address.",
        PostgresErrorCodes.InvalidCatalogName => $"The server has no such database, {place}: create it, or name another one in the address.",
        PostgresErrorCodes.InsufficientPrivilege => $"The user may not write to {place}: grant the right to create schemas in that database, or name another user.",
        PostgresErrorCodes.DiskFull => $"The disk of the server is full, {place}: make room there and {GoOn}",
        PostgresErrorCodes.TooManyConnections => $"The server has no connection left for {place}: close other programs, or raise max_connections there.",
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure => $"Another program uses {place} just now: {GoOn}",
        PostgresErrorCodes.ReadOnlySqlTransaction => $"The server only lets {place} be read: name the primary server in the address.",
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.DatabaseDropped => Away(place),
        PostgresErrorCodes.UndefinedTable => $"There are no posts in {place}: run textseg mine first.",
        // Such a message may quote the value.
        { } state when state.StartsWith("22", StringComparison.Ordinal) => $"PostgreSQL refuses a value for {place} ({state}).",
        _ => $"PostgreSQL cannot do this in {place}: {fault.MessageText} ({fault.SqlState}).",
    };

    private static string Lost(NpgsqlException fault, string place) => fault.InnerException is TimeoutException or SocketException or IOException or null
        ? Away(place)
        : $"The connection to {place} failed: {fault.InnerException.Message}";

    private static string Away(string place) => $"PostgreSQL at {place} cannot be reached: see whether it runs and whether the address is right, then {GoOn}";
}
