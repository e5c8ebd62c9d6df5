using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Nlp.Languages;

/// <summary>The folder of a language identifier: its languages and the one file of weights, checked by SHA-256.</summary>
internal sealed record LanguageModelFolder(IReadOnlyList<string> Languages, byte[] Weights)
{
    /// <exception cref="InvalidModelException">No model.json, another kind of model, or a file that differs from its sum.</exception>
    public static LanguageModelFolder Open(string folder)
    {
        var model = ModelFolder.Open(folder);
        if (model.Card.Kind != ModelKind.LanguageIdentifier || model.Card.Files.Count == 0)
        {
            throw new InvalidModelException($"The model in {folder} is not a language identifier; name the folder of one.");
        }

        model.Verify();
        return new LanguageModelFolder(model.Card.Languages, File.ReadAllBytes(model.PathOf(model.Card.Files[0].Path)));
    }
}
