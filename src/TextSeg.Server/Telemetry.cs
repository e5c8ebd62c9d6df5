namespace TextSeg.Server;

/// <summary>What the server tells to whoever listens, beside the engine, the bus and ASP.NET Core. Never a text, a name or an address.</summary>
internal static class Telemetry
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "TextSeg.Server";

    /// <summary>Whose activities are traced: requests, messages, stages.</summary>
    public static readonly string[] Sources = ["Microsoft.AspNetCore", "MassTransit", Engine.Telemetry.Name];

    /// <summary>Whose figures are given.</summary>
    public static readonly string[] Meters = [Engine.Telemetry.Name, Name, "MassTransit", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];
}
