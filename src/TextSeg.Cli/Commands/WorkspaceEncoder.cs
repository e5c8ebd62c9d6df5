using System.CommandLine;
using TextSeg.Engine;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Vectors;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Cli.Commands;

/// <summary>Finds the encoder that a workspace remembers.</summary>
internal static class WorkspaceEncoder
{
    /// <summary>To add to the workspace: the encoder that the user names, else the workspace's own, else the shipped one.</summary>
    public static ModelFolder ForMining(ParseResult parsed, Workspace workspace)
    {
        var remembered = new WorkspaceModel(workspace);
        var model = parsed.GetValue(InputOptions.Model) is null && remembered.Current is { } own ? FindByName(NameOf(own)) : InputOptions.FindModel(parsed);
        if (remembered.Next is { } next && NameOf(next) != model.Card.Name)
        {
            Console.Error.WriteLine($"A change to the encoder {NameOf(next)} was begun here and is not whole: textseg models use {NameOf(next)} goes on with it.");
        }

        return model;
    }

    /// <summary>To search: the encoder that made the workspace's vectors, unless the user names another folder with it.</summary>
    public static ModelFolder ForSearch(ParseResult parsed, string modelOfRun)
    {
        var model = parsed.GetValue(InputOptions.Model) is null ? FindByName(NameOf(modelOfRun)) : InputOptions.FindModel(parsed);
        return model.Id == modelOfRun
            ? model
            : throw new JobException($"The workspace was mined with the encoder {modelOfRun}, and {model.Id} is another: name the same one with --model, or mine again.") { IsWrongUse = true };
    }

    private static string NameOf(string modelId) => modelId.Split('@')[0];

    private static ModelFolder FindByName(string name)
    {
        try
        {
            return ModelCatalog.ForThisMachine().Find(name);
        }
        catch (InvalidModelException fault)
        {
            throw new JobException($"The workspace was mined with the encoder {name}, which is not among the known models: name its folder with --model.", fault) { IsWrongUse = true };
        }
    }
}
