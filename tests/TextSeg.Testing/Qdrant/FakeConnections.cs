using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TextSeg.Testing.Qdrant;

/// <summary>HTTP/1.1 over loopback with the manners of a Qdrant server: it closes idle connections, and refuses a large body before it has read it.</summary>
internal sealed class FakeConnections : IDisposable
{
    private const int LargestBody = 32 * 1024 * 1024;
    private static readonly TimeSpan FirstHeadLimit = TimeSpan.FromSeconds(30);
    private readonly Func<FakeRequest, FakeAnswer> _answer;
    private readonly ConcurrentDictionary<Socket, byte> _open = new();
    private Socket? _listener;
    private int _port;

    public FakeConnections(Func<FakeRequest, FakeAnswer> answer)
    {
        _answer = answer;
        Listen();
    }

    public string Address => $"http://127.0.0.1:{_port}";

    /// <summary>How long a connection lives after an answer without a further request.</summary>
    public TimeSpan IdleLimit { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Cuts the next upload after so many bytes of its body; null for none.</summary>
    public int? CutUploadAfter { get; set; }

    /// <summary>Connections that were opened so far.</summary>
    public int Opened { get; private set; }

    /// <summary>Takes connections again, at the same address.</summary>
    public void Listen()
    {
        _listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, _port));
        _port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _listener.Listen(64);
        _ = Task.Run(() => AcceptAsync(_listener));
    }

    /// <summary>Closes all connections and takes no new ones.</summary>
    public void Close()
    {
        _listener?.Dispose();
        foreach (var socket in _open.Keys)
        {
            socket.Dispose();
        }
    }

    public void Dispose() => Close();

    private async Task AcceptAsync(Socket listener)
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptAsync();
                socket.NoDelay = true;
                _open[socket] = 0;
                Opened++;
                _ = Task.Run(() => ServeAsync(socket));
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            return;
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var connection = socket;
        try
        {
            await using var stream = new BufferedStream(new NetworkStream(socket), 1 << 16);
            var patience = FirstHeadLimit;
            while (await ReadHeadAsync(stream, patience) is { } head && await ReadAsync(stream, head) is { } request)
            {
                patience = IdleLimit;
                var answer = request.Body.Length > LargestBody ? FakeAnswer.Bad(400, "JSON payload is larger than allowed.") : _answer(request);
                if (answer.IsLost)
                {
                    return;
                }

                await WriteAsync(socket, answer);
            }
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            return;
        }
        finally
        {
            _open.TryRemove(socket, out _);
        }
    }

    private async Task<string[]?> ReadHeadAsync(Stream stream, TimeSpan patience)
    {
        using var idle = new CancellationTokenSource(patience);
        var lines = new List<string>();
        var line = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, idle.Token) == 1)
        {
            if (one[0] != '\n')
            {
                line.Append((char)one[0]);
            }
            else if (line.Length > 1)
            {
                lines.Add(line.ToString().TrimEnd('\r'));
                line.Clear();
            }
            else
            {
                return [.. lines];
            }
        }

        return null;
    }

    private async Task<FakeRequest?> ReadAsync(Stream stream, string[] head)
    {
        var start = head[0].Split(' ');
        var target = start[1].Split('?', 2);
        var headers = head.Skip(1).Select(line => line.Split(':', 2)).ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
        var query = (target.Length == 2 ? target[1].Split('&') : []).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
        var length = int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture);
        var cut = CutUploadAfter;
        if (cut < length)
        {
            CutUploadAfter = null;
            await stream.ReadExactlyAsync(new byte[cut.Value]);
            return null;
        }

        var body = new byte[length];
        await stream.ReadExactlyAsync(body);
        return new FakeRequest(start[0], Uri.UnescapeDataString(target[0]), query, headers, body);
    }

    private static async Task WriteAsync(Socket socket, FakeAnswer answer)
    {
        var body = Encoding.UTF8.GetBytes(answer.Body ?? "");
        var head = new StringBuilder($"HTTP/1.1 {answer.Status} Answer\r\ncontent-length: {body.Length}\r\n");
        if (answer.Body?.StartsWith('{') == true)
        {
            head.Append("content-type: application/json\r\n");
        }

        if (answer.RetryAfter is { } wait)
        {
            head.Append("retry-after: ").Append(wait).Append("\r\n");
        }

        byte[] all = [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. body];
        for (var sent = 0; sent < all.Length;)
        {
            sent += await socket.SendAsync(all.AsMemory(sent));
        }
    }
}
