using System.Text.Json;
using System.Text.Json.Nodes;

namespace TextSeg.Server.Tests.Documents;

public sealed class ApiDocumentTests(RunningService service) : IClassFixture<RunningService>
{
    private const string RenewVariable = "TEXTSEG_RENEW_OPENAPI";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string SnapshotPath = Repository.PathOf("tests/TextSeg.Server.Tests/Documents/openapi.json");

    [Fact]
    public async Task TheInterfaceIsTheOneThatWasAgreedOn()
    {
        var now = (await DocumentAsync()).ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable(RenewVariable) == "1")
        {
            await File.WriteAllTextAsync(SnapshotPath, now);
        }

        var agreed = (await File.ReadAllTextAsync(SnapshotPath)).ReplaceLineEndings("\n");
        now.ShouldBe(agreed, $"The interface is another than {SnapshotPath} says. If that is meant, run this test with {RenewVariable}=1 and look through the difference; clients depend on it.");
    }

    [Fact]
    public async Task EachOperationHasANameOfItsOwnASummaryATagAndItsProblems()
    {
        var document = await DocumentAsync();
        document["openapi"]!.GetValue<string>().ShouldStartWith("3.1");
        var operations = Operations(document).ToArray();
        operations.Select(entry => entry.Operation["operationId"]?.GetValue<string>()).ShouldBeUnique();
        foreach (var (place, operation) in operations)
        {
            operation["operationId"].ShouldNotBeNull(place);
            operation["summary"].ShouldNotBeNull(place);
            operation["tags"]!.AsArray().Count.ShouldBe(1, place);
            var problems = operation["responses"]!.AsObject().Where(response => response.Key[0] is '4' or '5' && response.Value!["content"]?["application/problem+json"]?["schema"] is not null).Select(response => response.Key).ToArray();
            problems.ShouldContain("503", place);
            if (place.Contains("/api/", StringComparison.Ordinal))
            {
                problems.ShouldBe([.. problems.Union(["401", "403", "429"])], ignoreOrder: true, place);
            }
        }
    }

    [Fact]
    public async Task EachWriteTakesAnIdempotencyKeyOrSaysWhyItNeedsNone()
    {
        foreach (var (place, operation) in Operations(await DocumentAsync()).Where(entry => entry.Place.Contains("/api/", StringComparison.Ordinal) && !entry.Place.StartsWith("get", StringComparison.Ordinal)))
        {
            var takesOne = operation["parameters"]?.AsArray().Any(parameter => parameter!["name"]?.GetValue<string>() == "Idempotency-Key") == true;
            (takesOne || operation["description"]?.GetValue<string>().Contains("Needs no Idempotency-Key", StringComparison.Ordinal) == true).ShouldBeTrue(place);
        }
    }

    private static IEnumerable<(string Place, JsonNode Operation)> Operations(JsonObject document) =>
        document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => ($"{operation.Key} {path.Key}", operation.Value!)));

    private async Task<JsonObject> DocumentAsync()
    {
        using var client = service.Anonymous();
        return JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!.AsObject();
    }
}
