namespace TextSeg.Nlp.Tokenizers.TokenModels;

/// <summary>Every piece is one token, or the unknown token.</summary>
internal sealed class WordLevelModel(Vocabulary vocabulary, string unknownToken) : TokenModel(vocabulary)
{
    private readonly int? _unknown = vocabulary.Find(unknownToken);

    public override void Tokenize(ReadOnlySpan<char> piece, List<ModelToken> tokens)
    {
        if (!Vocabulary.TryFind(piece, out var id))
        {
            id = _unknown ?? throw new InvalidDataException(
                $"The text holds a word that the WordLevel model does not know, and its vocabulary lacks the unknown token '{unknownToken}'. Add the token to the vocabulary.");
        }

        tokens.Add(new ModelToken(id, 0, piece.Length));
    }
}
