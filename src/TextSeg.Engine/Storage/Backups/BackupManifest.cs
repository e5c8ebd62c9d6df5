namespace TextSeg.Engine.Storage.Backups;

/// <summary>What a backup consists of; written last, so a folder without it is no whole backup.</summary>
/// <param name="Format">Version of the format, 1.</param>
/// <param name="Program">Version of the program that made it.</param>
/// <param name="MadeAt">When it was begun.</param>
/// <param name="Tables">One file of JSON lines for each table, an object for each row, names in small letters.</param>
/// <param name="Files">The vectors.</param>
public sealed record BackupManifest(int Format, string Program, DateTimeOffset MadeAt, IReadOnlyList<BackupTable> Tables, IReadOnlyList<BackupFile> Files)
{
    /// <summary>The format that this program writes and reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Name of the manifest in the backup's folder.</summary>
    public const string FileName = "backup.json";
}

/// <summary>A table in a backup.</summary>
/// <param name="Name">Its name in small letters.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="LastNumber">The last number that the database gave to a row, so that none is given twice; null where it gives none.</param>
/// <param name="File">Where the rows are.</param>
public sealed record BackupTable(string Name, long Rows, long? LastNumber, BackupFile File);

/// <summary>A file in a backup.</summary>
/// <param name="Path">Its path in the backup's folder, with slashes.</param>
/// <param name="Bytes">How long it is.</param>
/// <param name="Sha256">Its SHA-256, hexadecimal.</param>
public sealed record BackupFile(string Path, long Bytes, string Sha256);
