namespace TextSeg.Server.Tests.Hostile;

/// <summary>One malformed request, as it goes over the wire.</summary>
/// <param name="Kind">What is wrong with it.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">Path and query, not repaired in any way.</param>
/// <param name="Headers">Lines of the head, without the key.</param>
/// <param name="Body">The body; null for none.</param>
/// <param name="IsSlow">Whether the body never ends.</param>
internal sealed record HostileRequest(string Kind, string Method, string Path, IReadOnlyList<string> Headers, byte[]? Body, bool IsSlow = false);
