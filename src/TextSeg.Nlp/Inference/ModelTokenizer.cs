using TextSeg.Nlp.ModelFiles;
using TextSeg.Nlp.Tokenizers;

namespace TextSeg.Nlp.Inference;

/// <summary>Loads the tokenizer that a model's card names.</summary>
internal static class ModelTokenizer
{
    /// <param name="path">A Hugging Face tokenizer.json.</param>
    /// <param name="maxTokens">A longer text is cut after so many tokens; null to leave it whole.</param>
    /// <exception cref="InvalidModelException">The file is no tokenizer, or one with parts that are not known.</exception>
    public static Tokenizer Load(string path, int? maxTokens)
    {
        try
        {
            return Tokenizer.Load(path).WithTruncation(maxTokens is { } most ? new Truncation(most) : null);
        }
        catch (Exception fault) when (fault is InvalidDataException or NotSupportedException)
        {
            throw new InvalidModelException($"{path} cannot be used as a tokenizer: {fault.Message}", fault);
        }
    }
}
