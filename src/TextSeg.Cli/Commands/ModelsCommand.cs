using System.CommandLine;
using Spectre.Console;
using TextSeg.Cli.Output;
using TextSeg.Nlp.Classifiers;
using TextSeg.Nlp.Encoders;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg models</c>: the models this machine has; <c>models add</c> makes one more known.</summary>
internal static class ModelsCommand
{
    private static readonly Option<bool> Json = Verb.JsonOption();
    private static readonly Argument<string> Folder = new("DIR") { Description = "A folder with a Hugging Face encoder or sequence classifier: an ONNX file, tokenizer.json, config.json." };
    private static readonly Option<string?> Name = new("--name") { Description = "The name to use it by (default: the folder's name)." };
    private static readonly Option<string?> QueryPrefix = new("--query-prefix") { Description = "Text that the model expects before a question, for example \"query: \"." };
    private static readonly Option<Pooling?> Pooling = new("--pooling") { Description = "How a text's vector is made of its tokens' vectors: mean, cls or lasttoken (default: as the folder's files say, else mean)." };
    private static readonly Option<string?> Licence = new("--licence") { Description = "The licence to write into its card, for example MIT." };
    private static readonly Option<string?> DocumentPrefix = new("--document-prefix") { Description = "Text that the model expects before a post." };

    private static readonly Option<string?> Head = new("--head") { Description = "What a classifier's labels are about: sentiment, emotion, intent, urgency, frustration, or a name of your own (default: sentiment where the labels say so)." };

    public static Command Create()
    {
        var command = new Command("models", "List the models this machine has, and their cards.") { Json };
        command.Does((parsed, _) => List(parsed.GetValue(Json)));
        var add = new Command("add", "Make an encoder or a classifier known: check that it loads and works, and write its card.") { Folder, Name, QueryPrefix, DocumentPrefix, Pooling, Licence, Head, Json };
        command.Add(add.Does((parsed, _) => Add(parsed)));
        command.Add(ModelsUseCommand.Create());
        return command;
    }

    private static Task List(bool json)
    {
        var catalog = ModelCatalog.ForThisMachine();
        var models = catalog.List();
        if (json)
        {
            JsonOutput.Write(models.Select(model => new { model.Id, Folder = model.Path, model.Card }));
        }
        else
        {
            var table = new Table().Border(TableBorder.Rounded).AddColumns("Name", "Kind", "Default", "Licence", "What it is");
            foreach (var model in models)
            {
                table.AddRow(Markup.Escape(model.Card.Name), Markup.Escape(Words(model.Card.Kind)), model.Card.Default ? "yes" : "", Markup.Escape(model.Card.Licence), Markup.Escape(model.Card.Description));
            }

            Screen.Write(table);
        }

        foreach (var problem in catalog.Problems())
        {
            Console.Error.WriteLine(problem);
        }

        return Task.CompletedTask;
    }

    private static Task Add(ParseResult parsed)
    {
        var folder = parsed.GetValue(Folder)!;
        var card = ModelCatalog.Inspect(folder, new InspectOptions
        {
            Name = parsed.GetValue(Name), QueryPrefix = parsed.GetValue(QueryPrefix), DocumentPrefix = parsed.GetValue(DocumentPrefix),
            Pooling = parsed.GetValue(Pooling), Licence = parsed.GetValue(Licence), Head = parsed.GetValue(Head),
        });
        card = card.Kind == ModelKind.Classifier ? CheckClassifier(card, folder) : CheckEncoder(card, folder);
        var model = ModelCatalog.ForThisMachine().Add(card, folder);
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(new { model.Id, Folder = model.Path, model.Card });
        }
        else
        {
            Console.Out.WriteLine($"{model.Card.Name} is known now: {Facts(model.Card)}. Use it with --model {model.Card.Name}.");
        }

        return Task.CompletedTask;
    }

    private static ModelCard CheckEncoder(ModelCard card, string folder)
    {
        using var encoder = OnnxEncoder.Load(new ModelFolder(card, folder));
        var row = new float[encoder.Dimension];
        encoder.Encode(["A short text to check the model with."], row);
        var length = MathF.Sqrt(row.Sum(x => x * x));
        return MathF.Abs(length - 1) <= 1e-3f
            ? card with { Encoder = card.Encoder! with { Dimension = encoder.Dimension } }
            : throw new InvalidModelException($"The model in {folder} gives vectors of length {length:0.000}, not 1; set \"normalise\" in its card.");
    }

    private static ModelCard CheckClassifier(ModelCard card, string folder)
    {
        using var classifier = OnnxClassifier.Load(new ModelFolder(card, folder));
        return card;
    }

    private static string Facts(ModelCard card) => card.Classifier is { } classifier
        ? $"it tells {string.Join("; ", classifier.Heads.Select(head => $"{head.Name} ({string.Join(", ", head.Labels)})"))}, at most {classifier.MaxTokens} tokens a text"
        : $"{card.Encoder!.Dimension} numbers a vector, at most {card.Encoder.MaxTokens} tokens a text";

    private static string Words(ModelKind kind) => kind switch
    {
        ModelKind.LanguageIdentifier => "language",
        ModelKind.Classifier => "classifier",
        _ => "encoder",
    };
}
