using System.Net;

namespace TextSeg.Cli.Tests.Scripts;

/// <summary>A model hub on this machine: gives the files of a folder, in parts where it is asked for parts, and can break off.</summary>
internal sealed class SmallHub : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _folder;
    private int _toBreakOff;

    public SmallHub(string folder, int toBreakOff = 0)
    {
        (_folder, _toBreakOff) = (folder, toBreakOff);
        Address = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public string Address { get; }

    /// <summary>First byte asked for, by each request that found its file.</summary>
    public List<long> Starts { get; } = [];

    public static int FreePort()
    {
        using var socket = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException or IOException)
            {
                continue;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var path = Path.Combine(_folder, context.Request.Url!.AbsolutePath.Split("/resolve/pinned/")[^1]);
        if (!File.Exists(path))
        {
            context.Response.StatusCode = 404;
            context.Response.Close();
            return;
        }

        var bytes = await File.ReadAllBytesAsync(path);
        var start = context.Request.Headers["Range"] is { } range ? int.Parse(range.Split('=')[1].TrimEnd('-'), System.Globalization.CultureInfo.InvariantCulture) : 0;
        Starts.Add(start);
        context.Response.StatusCode = start >= bytes.Length ? 416 : start > 0 ? 206 : 200;
        var rest = start >= bytes.Length ? [] : bytes[start..];
        context.Response.Headers["Content-Range"] = $"bytes {start}-{bytes.Length - 1}/{bytes.Length}";
        context.Response.ContentLength64 = rest.Length;
        if (_toBreakOff-- > 0)
        {
            await context.Response.OutputStream.WriteAsync(rest.AsMemory(0, rest.Length / 2));
            await context.Response.OutputStream.FlushAsync();
            context.Response.Abort();
            return;
        }

        await context.Response.OutputStream.WriteAsync(rest);
        context.Response.Close();
    }
}
