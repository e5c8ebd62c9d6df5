namespace TextSeg.Engine.Vectors.Qdrant;

/// <summary>Where a Qdrant server is and how it is used. Written for version 1.18.</summary>
public sealed class QdrantOptions
{
    /// <summary>Where the server's REST interface is, for example <c>http://localhost:6333</c>; a path in front of it is allowed. Required.</summary>
    public string Address { get; set; } = "";

    /// <summary>The server's key; null where it asks for none. Never written anywhere.</summary>
    public string? ApiKey { get; set; }

    /// <summary>First part of the names of collections, small letters, digits and hyphens, 1 to 32: two installations that share a server need two. Default textseg.</summary>
    public string Prefix { get; set; } = "textseg";

    /// <summary>Longest wait for a connection, 100 milliseconds to 1 minute. Default 5 seconds.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest wait for the answer to a question, 1 second to 10 minutes. Default 30 seconds.</summary>
    public TimeSpan ReadTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest wait until a change can be seen, 1 second to 10 minutes. Default 1 minute.</summary>
    public TimeSpan WriteTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often one request is sent when the server is away or busy, 1 to 10. Default 4.</summary>
    public int Attempts { get; set; } = 4;

    /// <summary>The first wait between two attempts, doubled each time, 1 millisecond to 10 seconds. Default 250 milliseconds.</summary>
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>A busy server that asks for a longer wait than this is not waited for; the caller is told. Up to 5 minutes. Default 10 seconds.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Most bytes of one request or of the vectors of one answer, 64 KiB to 24 MiB; the server refuses bodies above 32 MiB. Default 16 MiB.</summary>
    public int BatchBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Ids in the filter of one request, 100 to 500,000; a longer filter is asked in parts. Default 100,000.</summary>
    public int FilterIds { get; set; } = 100_000;

    /// <summary>Up to so many vectors, after the filter, all are compared and the answer is exact; beyond, the server's graph is used. 0 to 100,000,000. Default 500,000.</summary>
    public int ExactUpTo { get; set; } = 500_000;

    /// <summary>Candidates kept while the graph is searched (hnsw_ef), 16 to 10,000; more finds more and takes longer. Default 256.</summary>
    public int SearchBeam { get; set; } = 256;

    /// <summary>Every fault, one sentence each; empty when the options can be used.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        Check(IsAddress(Address), "Qdrant needs an http or https address without a name, key or question mark in it, such as http://localhost:6333: set VectorsAddress.");
        Check(ApiKey is null || IsKey(ApiKey), "The key of Qdrant must be plain letters without blanks, or left out: set VectorsKey.");
        Check(Prefix.Length is >= 1 and <= 32 && Prefix.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'), "Qdrant:Prefix must be 1 to 32 small letters, digits and hyphens.");
        CheckTime(ConnectTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1), "Qdrant:ConnectTimeout must be 100 milliseconds to 1 minute.");
        CheckTime(ReadTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10), "Qdrant:ReadTimeout must be 1 second to 10 minutes.");
        CheckTime(WriteTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10), "Qdrant:WriteTimeout must be 1 second to 10 minutes.");
        Check(Attempts is >= 1 and <= 10, "Qdrant:Attempts must be 1 to 10.");
        CheckTime(FirstWait, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(10), "Qdrant:FirstWait must be 1 millisecond to 10 seconds.");
        CheckTime(LongestWait, TimeSpan.Zero, TimeSpan.FromMinutes(5), "Qdrant:LongestWait must be at most 5 minutes.");
        Check(BatchBytes is >= 64 * 1024 and <= 24 * 1024 * 1024, "Qdrant:BatchBytes must be 64 KiB to 24 MiB (65536 to 25165824).");
        Check(FilterIds is >= 100 and <= 500_000, "Qdrant:FilterIds must be 100 to 500,000.");
        Check(ExactUpTo is >= 0 and <= 100_000_000, "Qdrant:ExactUpTo must be 0 to 100,000,000.");
        Check(SearchBeam is >= 16 and <= 10_000, "Qdrant:SearchBeam must be 16 to 10,000.");
        return faults;

        void CheckTime(TimeSpan time, TimeSpan least, TimeSpan most, string fault) => Check(time >= least && time <= most, fault);

        void Check(bool good, string fault)
        {
            if (!good)
            {
                faults.Add(fault);
            }
        }
    }

    /// <summary>Whether a text is an address that a server of Qdrant can have.</summary>
    public static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address is { Query: "", Fragment: "", UserInfo: "" };

    /// <summary>Whether a text can be a server's key.</summary>
    public static bool IsKey(string text) => text.Length > 0 && text.All(letter => letter is > ' ' and < '\x7f');
}
