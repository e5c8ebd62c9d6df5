using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace TextSeg.Server.Tests.Hostile;

/// <summary>Makes malformed requests of the OpenAPI document, so that a new endpoint is tried without being named here. The same seed gives the same requests.</summary>
internal sealed class HostileRequests(JsonElement document, string workspace, int seed)
{
    private static readonly string[] Tricks = ["..", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "..%5c..%5c", "%00", "a%00b", "%ff%fe", "%", "%zz", "-1", "0", "99999999999999999999", "1e9", "NaN", "%F0%9F%98%80", "'%20OR%201=1--", "%3Cscript%3E", "con", "%0d%0aX-Evil:%201", "{id}"];
    private static readonly string[] Values = ["null", "true", "-1", "1e400", "99999999999999999999999999", "0.1", "\"\"", "\" \"", "[]", "{}", "[[[[]]]]", "\"\\u0000\"", "\"\\ud800\"", "\"2024-13-45\"", "\"ts_\"", "{\"$ref\":\"#\"}", "\"';DROP TABLE AccessKeys;--\"", "\"administrator\"", "2147483648", "\"\\n\\r\\t\""];
    private static readonly string[] Types = ["text/plain", "application/xml", "multipart/form-data; boundary=x", "application/json; charset=utf-16", "application/json; charset=nonsense", "", "application/x-www-form-urlencoded", "///", "application/x-ndjson"];
    private static readonly string[] Ids = ["1", "2", "s1", "t1"];
    private static readonly byte[] Bomb = Packed(32 << 20);
    private static readonly byte[] Long = Encoding.UTF8.GetBytes(new string('x', 3 << 19));

    private readonly (string Method, string Path, JsonElement Operation)[] _operations = [.. document.GetProperty("paths").EnumerateObject()
        .SelectMany(path => path.Value.EnumerateObject().Select(operation => (operation.Name.ToUpperInvariant(), path.Name, operation.Value))),
        ("POST", "/sign-in", default), ("GET", "/sign-in", default), ("POST", "/sign-out", default), ("GET", "/openapi/v1.json", default)];

    private readonly Random _dice = new(seed);

    /// <summary>So many requests, of all kinds and for all operations in turn.</summary>
    public IEnumerable<HostileRequest> Make(int count)
    {
        var kinds = new Func<string, string, HostileRequest>[]
        {
            WrongTypes, WrongTypes, HugeString, DeepJson, BadUtf8, PathTrick, PathTrick, QueryTrick, QueryTrick, PackedBody, WrongContentType, BrokenJson, LargeHead, OddMethod, WrongLength, OddHeaders, LongLine,
        };
        for (var number = 0; number < count; number++)
        {
            var (method, path, operation) = _operations[number % _operations.Length];
            var address = Address(path, operation);
            yield return number % 199 == 198 ? SlowBody(path) : kinds[_dice.Next(kinds.Length)](method, address);
        }
    }

    private string Fill(string path, string id) => path.Replace("{workspace}", workspace, StringComparison.Ordinal).Replace("{id}", id, StringComparison.Ordinal);

    private string Address(string path, JsonElement operation)
    {
        var address = Fill(path, Pick(Ids));
        var query = operation.ValueKind != JsonValueKind.Object || !operation.TryGetProperty("parameters", out var parameters) ? [] : parameters.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == "query").Select(parameter => parameter.GetProperty("name").GetString()!).ToArray();
        return query.Length == 0 || _dice.Next(2) == 0 ? address : $"{address}?{Pick(query)}={Pick(Tricks)}";
    }

    private HostileRequest WrongTypes(string method, string path) => Json("wrong types", method, path, Object(2));

    private HostileRequest HugeString(string method, string path) => Json("huge string", method, path, $"{{\"{Name()}\":\"{new string('a', 1 << _dice.Next(10, 20))}\"}}");

    private HostileRequest DeepJson(string method, string path)
    {
        var depth = _dice.Next(60, 20_000);
        return Json("deep JSON", method, path, _dice.Next(2) == 0 ? new string('[', depth) : string.Concat(Enumerable.Repeat("{\"a\":", depth)));
    }

    private HostileRequest BadUtf8(string method, string path) => Of("bad UTF-8", method, path, [.. "{\"name\":\""u8, 0xff, 0xc0, 0xaf, 0xed, 0xa0, 0x80, .. "\"}"u8], JsonType());

    private HostileRequest PathTrick(string method, string path) => Of("path trick", method, path.Replace($"/{workspace}", $"/{Pick(Tricks)}", StringComparison.Ordinal).Replace("/1", $"/{Pick(Tricks)}", StringComparison.Ordinal) + (_dice.Next(4) == 0 ? $"/{Pick(Tricks)}" : ""), null);

    private HostileRequest QueryTrick(string method, string path) =>
        Of("query trick", method, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Pick(["limit", "cursor", "all", "source", "kind", "language"])}={Pick(Tricks)}&{new string('q', _dice.Next(1, 6_000))}", null);

    private HostileRequest PackedBody(string method, string path) => Of("zip bomb", method, path, Bomb, JsonType(), $"Content-Encoding: {Pick(["gzip", "br", "deflate", "gzip, gzip", "nonsense"])}");

    private HostileRequest WrongContentType(string method, string path) => Of("wrong content type", method, path, Encoding.UTF8.GetBytes(Object(1)), $"Content-Type: {Pick(Types)}");

    private HostileRequest BrokenJson(string method, string path)
    {
        var json = Object(2);
        return Json("broken JSON", method, path, json[.._dice.Next(json.Length)] + Pick(["", "}", "]", "\"", "\\", ",", "\0", "//"]));
    }

    private HostileRequest LargeHead(string method, string path) => Of("large head", method, path, null, $"X-Large: {new string('h', _dice.Next(1_000, 70_000))}");

    private HostileRequest OddMethod(string method, string path) => Of("odd method", Pick(["TRACE", "CONNECT", "PROPFIND", "PATCH", "get", method.ToLowerInvariant(), "HEAD", "OPTIONS", "PUT", "X"]), path, null);

    private HostileRequest WrongLength(string method, string path) =>
        new("wrong length", method, path, [Pick(["Content-Length: -1", "Content-Length: 99999999999999999999", "Content-Length: 5\r\nContent-Length: 7", "Transfer-Encoding: chunked\r\nContent-Length: 3", "Transfer-Encoding: nonsense"]), JsonType()], "zz"u8.ToArray());

    private HostileRequest OddHeaders(string method, string path) => Of(
        "odd headers", method, path, "[]"u8.ToArray(), JsonType(),
        Pick(["If-None-Match: \"", "Idempotency-Key: " + new string('k', 300), "Idempotency-Key: \u0001", "Cookie: textseg-session=;;;=", "Accept: */;q=x", "Range: bytes=5-1", "Expect: nothing", "Host: [", "Host: a b", "Accept-Language: " + new string(',', 4_000), "Idempotency-Key: one"]));

    private HostileRequest LongLine(string method, string path) => Of("long line", method, path, Long, Pick([JsonType(), "Content-Type: application/x-ndjson"]));

    private HostileRequest SlowBody(string path) =>
        new("slow body", "POST", Fill(path, "1"), [JsonType(), "Content-Length: 100000"], "[{\"id\":"u8.ToArray(), IsSlow: true);

    private static HostileRequest Json(string kind, string method, string path, string json) => Of(kind, method, path, Encoding.UTF8.GetBytes(json), JsonType());

    private static HostileRequest Of(string kind, string method, string path, byte[]? body, params string[] headers) =>
        new(kind, method, path, body is null ? headers : [.. headers, $"Content-Length: {body.Length}"], body);

    private static string JsonType() => "Content-Type: application/json";

    private string Object(int depth) => "{" + string.Join(',', Enumerable.Range(0, _dice.Next(1, 6)).Select(_ => $"\"{Name()}\":{(depth > 0 && _dice.Next(4) == 0 ? Object(depth - 1) : Pick(Values))}")) + "}";

    private string Name() => Pick(["name", "role", "workspace", "scopes", "expiresAt", "question", "filter", "limit", "title", "id", "text", "", "__proto__", "$type"]);

    private string Pick(string[] from) => from[_dice.Next(from.Length)];

    private static byte[] Packed(int bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            zip.Write(new byte[bytes]);
        }

        return packed.ToArray();
    }
}
