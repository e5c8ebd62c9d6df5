using System.Text.Json;

namespace TextSeg.Nlp.ModelFiles;

/// <summary>
/// The models this machine has. Searched in this order, the first of a name wins: folders of the environment variable TEXTSEG_MODELS,
/// <c>models/</c> beside the program or in the clone above it, and the user's own folder
/// (<c>$XDG_DATA_HOME/textseg/models</c>, by default <c>~/.local/share/textseg/models</c>).
/// </summary>
public sealed class ModelCatalog
{
    private readonly IReadOnlyList<string> _folders;
    private readonly string _userFolder;

    /// <param name="folders">Folders whose subfolders are models, in order of preference; they need not exist.</param>
    /// <param name="userFolder">Where <see cref="Add"/> writes; searched last.</param>
    public ModelCatalog(IReadOnlyList<string> folders, string userFolder)
    {
        _folders = [.. folders, userFolder];
        _userFolder = userFolder;
    }

    /// <summary>The catalogue of this machine and user.</summary>
    public static ModelCatalog ForThisMachine()
    {
        var named = Environment.GetEnvironmentVariable("TEXTSEG_MODELS") ?? "";
        var folders = named.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        folders.AddRange(FoldersAbove(AppContext.BaseDirectory));
        var data = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        data = string.IsNullOrEmpty(data) ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) : data;
        return new ModelCatalog(folders, Path.Combine(data, "textseg", "models"));
    }

    /// <summary>Every model whose card can be read, by name, with the default of each kind first.</summary>
    public IReadOnlyList<ModelFolder> List() =>
        [.. Cards().Select(TryOpen).OfType<ModelFolder>().DistinctBy(m => m.Card.Name, StringComparer.OrdinalIgnoreCase)
            .OrderBy(m => m.Card.Kind).ThenByDescending(m => m.Card.Default).ThenBy(m => m.Card.Name, StringComparer.Ordinal)];

    /// <summary>One sentence for each card that cannot be read.</summary>
    public IReadOnlyList<string> Problems() =>
        [.. Cards().Select(ProblemWith).OfType<string>()];

    /// <summary>
    /// The model of that name, or the one in that folder: with a <c>model.json</c>, or a bare Hugging Face encoder, which is inspected.
    /// </summary>
    /// <exception cref="InvalidModelException">Neither a known name nor a folder with a model.</exception>
    public ModelFolder Find(string nameOrFolder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(nameOrFolder);
        var known = List();
        if (known.FirstOrDefault(m => m.Card.Name.Equals(nameOrFolder, StringComparison.OrdinalIgnoreCase)) is { } model)
        {
            return model;
        }

        if (Directory.Exists(nameOrFolder))
        {
            return File.Exists(Path.Combine(nameOrFolder, ModelFolder.CardFile))
                ? ModelFolder.Open(nameOrFolder)
                : new ModelFolder(Inspect(nameOrFolder), nameOrFolder);
        }

        var names = known.Count == 0 ? "none" : string.Join(", ", known.Select(m => m.Card.Name));
        throw new InvalidModelException($"There is no model and no folder named '{nameOrFolder}'; known models: {names}.");
    }

    /// <summary>The model taken where the user names none.</summary>
    /// <exception cref="InvalidModelException">No model of the kind is installed.</exception>
    public ModelFolder FindDefault(ModelKind kind) =>
        List().FirstOrDefault(m => m.Card.Kind == kind)
            ?? throw new InvalidModelException($"No model of kind '{kind}' is installed; looked in {string.Join(", ", _folders)}.");

    /// <summary>The card that a Hugging Face folder's own files imply; nothing is written.</summary>
    /// <exception cref="InvalidModelException">A file is missing or cannot be read.</exception>
    public static ModelCard Inspect(string folder, InspectOptions? options = null) =>
        new HuggingFaceFolder(folder).ReadCard(options ?? new InspectOptions());

    /// <summary>
    /// Writes a card for a Hugging Face folder into the user's folder, where <see cref="Find"/> sees it by name; the files stay where
    /// they are. Nothing is written there.
    /// </summary>
    /// <param name="card">From <see cref="Inspect"/>, after the caller has checked that the model loads.</param>
    /// <param name="folder">The folder with the files.</param>
    /// <returns>The model as it will be found.</returns>
    public ModelFolder Add(ModelCard card, string folder)
    {
        ArgumentNullException.ThrowIfNull(card);
        var source = Path.GetFullPath(folder);
        var own = Path.Combine(_userFolder, card.Name);
        Write(card with { Location = source }, own);
        return ModelFolder.Open(own);
    }

    private static IEnumerable<string> FoldersAbove(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "models");
            if (File.Exists(Path.Combine(folder.FullName, "TextSeg.sln")))
            {
                yield break;
            }
        }
    }

    private IEnumerable<string> Cards() =>
        _folders.Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateDirectories(f).Order(StringComparer.Ordinal))
            .Where(f => File.Exists(Path.Combine(f, ModelFolder.CardFile)));

    private static ModelFolder? TryOpen(string folder)
    {
        try
        {
            return ModelFolder.Open(folder);
        }
        catch (InvalidModelException)
        {
            return null;
        }
    }

    private static string? ProblemWith(string folder)
    {
        try
        {
            ModelFolder.Open(folder);
            return null;
        }
        catch (InvalidModelException fault)
        {
            return fault.Message;
        }
    }

    private static void Write(ModelCard card, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, ModelFolder.CardFile), JsonSerializer.Serialize(card, ModelCardJson.Options) + "\n");
    }
}
