using System.Diagnostics;
using Xunit;

namespace TextSeg.Testing;

/// <summary>A RabbitMQ node for tests, as scripts/with-rabbitmq starts one.</summary>
public static class RabbitMqServer
{
    /// <summary>The variable that holds its address.</summary>
    public const string Variable = "TEXTSEG_TEST_RABBITMQ";

    /// <summary>The variable that holds the path of a program that ends it ("kill") and starts it again ("start").</summary>
    public const string NodeVariable = "TEXTSEG_TEST_RABBITMQ_NODE";

    /// <summary>The node's address; the running test is skipped, visibly, when there is none.</summary>
    public static string AddressOrSkip()
    {
        var address = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(address), $"needs a RabbitMQ node: run it under scripts/with-rabbitmq, or set {Variable}");
        return address!;
    }

    /// <summary>Ends the node at once, as a crash would.</summary>
    public static Task KillAsync() => NodeAsync("kill");

    /// <summary>Starts it again; it answers when this returns.</summary>
    public static Task StartAsync() => NodeAsync("start");

    private static async Task NodeAsync(string verb)
    {
        var node = Environment.GetEnvironmentVariable(NodeVariable);
        Assert.SkipWhen(string.IsNullOrEmpty(node), $"needs a RabbitMQ node that can be killed: run it under scripts/with-rabbitmq, or set {NodeVariable}");
        using var process = Process.Start(node!, verb);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
