using TextSeg.Testing;

namespace TextSeg.Nlp.Tests.ModelFiles;

/// <summary>Folders that look like models; their weights are not.</summary>
internal static class FakeModel
{
    /// <summary>Writes a folder with weights and a tokenizer that no runtime accepts.</summary>
    public static string WriteHuggingFace(TemporaryFolder folder, string name)
    {
        Directory.CreateDirectory(folder.File(name));
        folder.Write(Path.Combine(name, "model.onnx"), "not a graph");
        folder.Write(Path.Combine(name, "tokenizer.json"), """{"model":{"type":"WordLevel","vocab":{"a":0},"unk_token":"a"}}""");
        return folder.File(name);
    }

    /// <summary>Writes a folder with a card of no files.</summary>
    public static string WriteCard(TemporaryFolder folder, string name, string extra = "")
    {
        var path = Path.GetFileName(name) is { } last ? $$"""{"name":"{{last}}","kind":"encoder","files":[]{{extra}}}""" : "";
        Directory.CreateDirectory(folder.File(name));
        folder.Write(Path.Combine(name, "model.json"), path);
        return folder.File(name);
    }
}
