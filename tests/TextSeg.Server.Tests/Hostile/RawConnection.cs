using System.Net.Sockets;
using System.Text;

namespace TextSeg.Server.Tests.Hostile;

/// <summary>Sends requests that no client library would let through, and reads the status of the answer.</summary>
internal static class RawConnection
{
    /// <summary>No status: the service closed the connection.</summary>
    public const int Closed = 0;

    /// <summary>No status: nothing was heard in the time given.</summary>
    public const int Silent = -1;

    public static async Task<int> SendAsync(Uri service, string secret, HostileRequest request, TimeSpan patience)
    {
        using var client = new TcpClient();
        using var time = new CancellationTokenSource(patience);
        try
        {
            await client.ConnectAsync(service.Host, service.Port, time.Token);
            await using var stream = client.GetStream();
            var head = new StringBuilder($"{request.Method} {request.Path} HTTP/1.1\r\nHost: {service.Authority}\r\nAuthorization: Bearer {secret}\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\n");
            foreach (var header in request.Headers)
            {
                head.Append(header).Append("\r\n");
            }

            var sending = SendAsync(stream, head.Append("\r\n").ToString(), request.Body, time.Token);
            var status = await StatusAsync(stream, time.Token);
            await sending;
            return status;
        }
        catch (OperationCanceledException)
        {
            return Silent;
        }
        catch (Exception closed) when (closed is IOException or SocketException)
        {
            return Closed;
        }
    }

    private static async Task SendAsync(NetworkStream stream, string head, byte[]? body, CancellationToken cancellation)
    {
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(head), cancellation);
            await stream.WriteAsync(body ?? [], cancellation);
        }
        catch (IOException)
        {
            // The service had enough; what it said before is still to be read.
        }
    }

    private static async Task<int> StatusAsync(NetworkStream stream, CancellationToken cancellation)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var line = await reader.ReadLineAsync(cancellation);
        await reader.ReadToEndAsync(cancellation);
        return line?.Split(' ') is [_, var status, ..] && int.TryParse(status, out var number) ? number : Closed;
    }
}
