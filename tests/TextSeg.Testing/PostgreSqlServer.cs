using Xunit;

namespace TextSeg.Testing;

/// <summary>A PostgreSQL server for tests, as scripts/with-postgres starts one.</summary>
public static class PostgreSqlServer
{
    /// <summary>The variable that holds its address.</summary>
    public const string Variable = "TEXTSEG_TEST_POSTGRES";

    /// <summary>The server's address; the running test is skipped, visibly, when there is none.</summary>
    public static string AddressOrSkip()
    {
        var address = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(address), $"needs a PostgreSQL server: run it under scripts/with-postgres, or set {Variable}");
        return address!;
    }
}
