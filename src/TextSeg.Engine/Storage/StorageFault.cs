using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using TextSeg.Engine.Storage.PostgreSql;

namespace TextSeg.Engine.Storage;

/// <summary>Says in a sentence what keeps the data folder from being used.</summary>
public static class StorageFault
{
    private const int DatabaseBusy = 5;
    private const int DatabaseReadOnly = 8;
    private const int DatabaseCorrupt = 11;
    private const int DatabaseFull = 13;
    private const int CannotOpen = 14;
    private const int Constraint = 19;
    private const int NoDatabase = 26;
    private const int NoSpaceUnix = 28;
    private const int ReadOnlyDiskUnix = 30;
    private const int QuotaUsedLinux = 122;
    private const int NoSpaceWindows = unchecked((int)0x80070070);
    private const int LockedLinux = 11;
    private const int LockedMacOS = 35;
    private const int LockedWindows = unchecked((int)0x80070020);

    /// <summary>Whether a file could not be opened because another process holds it.</summary>
    public static bool IsInUse(IOException fault) => fault.HResult is LockedLinux or LockedMacOS or LockedWindows;

    /// <summary>Whether the database itself gave the fault, wherever it came up.</summary>
    public static bool IsOfDatabase(Exception fault) => fault is DbException || (fault.InnerException is { } inner && IsOfDatabase(inner));

    /// <summary>Whether PostgreSQL refused a text that it cannot store: one that holds NUL.</summary>
    public static bool IsOfText(Exception fault) => fault is DbException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire } || (fault.InnerException is { } inner && IsOfText(inner));

    /// <summary>Whether a database refused a row whose key is there already, as when two came in the same moment.</summary>
    public static bool IsDuplicate(Exception fault) =>
        fault is SqliteException { SqliteErrorCode: Constraint } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } || (fault.InnerException is { } inner && IsDuplicate(inner));

    /// <summary>Whether PostgreSQL refused a text that is too long to be looked up.</summary>
    public static bool IsOfLength(Exception fault) => fault is PostgresException { SqlState: PostgresErrorCodes.ProgramLimitExceeded } || (fault.InnerException is { } inner && IsOfLength(inner));

    /// <summary>Does work on a workspace; what keeps it from being used is said in a sentence.</summary>
    /// <exception cref="JobException">The workspace cannot be used.</exception>
    public static async Task<T> GuardAsync<T>(WorkspaceAddress address, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception fault) when (fault is not OperationCanceledException && Translate(fault, address) is { } clear)
        {
            throw clear;
        }
    }

    /// <summary>The fault for people; null when the exception is of another sort.</summary>
    public static JobException? Translate(Exception fault, WorkspaceAddress address) =>
        address.Server is { } server && PostgreSqlFault.Find(fault) is { } own ? PostgreSqlFault.Translate(own, server.ToString()) : Translate(fault, address.Folder);

    /// <summary>The fault for people; null when the exception is of another sort.</summary>
    public static JobException? Translate(Exception fault, string folder) => fault switch
    {
        SqliteException { SqliteErrorCode: DatabaseFull } or IOException { HResult: NoSpaceUnix or QuotaUsedLinux or NoSpaceWindows } =>
            new JobException($"The disk of {folder} is full: make room and run the same command again; it goes on from the last finished batch.", fault),
        SqliteException { SqliteErrorCode: DatabaseReadOnly or CannotOpen } or UnauthorizedAccessException or IOException { HResult: ReadOnlyDiskUnix } =>
            new JobException($"The data folder {folder} cannot be written: name another with --data, or give yourself the right to write there.", fault),
        SqliteException { SqliteErrorCode: DatabaseBusy } =>
            new JobException($"The data folder {folder} is in use by another program: try again when it has finished.", fault),
        SqliteException { SqliteErrorCode: DatabaseCorrupt or NoDatabase } =>
            new JobException($"The database in {folder} is damaged: restore the folder from a copy, or mine into a new one.", fault),
        NpgsqlException own => PostgreSqlFault.Translate(own, "the database"),
        SqliteException or IOException => new JobException($"The data folder {folder} cannot be used: {fault.Message}", fault),
        { InnerException: { } inner } and not JobException => Translate(inner, folder),
        _ => null,
    };
}
