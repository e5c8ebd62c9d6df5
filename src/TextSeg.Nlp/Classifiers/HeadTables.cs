using Microsoft.ML.OnnxRuntime;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Nlp.Classifiers;

/// <summary>A graph's outputs, one table of texts × labels for each head, as calibrated readings.</summary>
/// <param name="heads">The heads of the card.</param>
internal sealed class HeadTables(IReadOnlyList<HeadCard> heads)
{
    private readonly HeadCalibration[] _calibrations = [.. heads.Select(head => new HeadCalibration(head))];

    /// <summary>Names of the outputs, in the order of the heads.</summary>
    public string[] Outputs { get; } = [.. heads.Select(head => head.Output ?? head.Name)];

    /// <summary>Refuses a graph whose outputs do not fit the heads.</summary>
    /// <param name="path">The graph's file.</param>
    /// <param name="graph">Its outputs and their shapes, -1 where a size depends on the batch.</param>
    /// <exception cref="InvalidModelException">An output is missing or has another number of labels.</exception>
    public void Require(string path, IReadOnlyDictionary<string, NodeMetadata> graph)
    {
        if (heads.Zip(Outputs, (head, output) => FaultOf(graph, head, output)).OfType<string>().FirstOrDefault() is { } fault)
        {
            throw new InvalidModelException($"{path} {fault}; correct the heads in {ModelFolder.CardFile}.");
        }
    }

    /// <summary>Readings of the first <paramref name="texts"/> of <paramref name="rows"/> rows, in order.</summary>
    /// <exception cref="InvalidModelException">The weights gave a number that is not finite, or a table of another shape.</exception>
    public TextReading[] Read(IReadOnlyList<OrtValue> values, int rows, int texts)
    {
        var readings = new TextReading[texts];
        var tables = new HeadReading[texts][];
        for (var row = 0; row < texts; row++)
        {
            readings[row] = new TextReading(tables[row] = new HeadReading[heads.Count]);
        }

        for (var head = 0; head < heads.Count; head++)
        {
            var labels = heads[head].Labels.Count;
            var numbers = values[head].GetTensorDataAsSpan<float>();
            if (numbers.Length != rows * labels)
            {
                throw new InvalidModelException($"The output '{Outputs[head]}' gave {numbers.Length} numbers for {rows} texts and {labels} labels; correct the labels in {ModelFolder.CardFile}.");
            }

            for (var row = 0; row < texts; row++)
            {
                tables[row][head] = new HeadReading(heads[head].Name, _calibrations[head].Probabilities(numbers.Slice(row * labels, labels))
                    ?? throw new InvalidModelException($"The output '{Outputs[head]}' gave a number that is not finite; the weights are damaged or do not fit the tokenizer."));
            }
        }

        return readings;
    }

    private static string? FaultOf(IReadOnlyDictionary<string, NodeMetadata> graph, HeadCard head, string output) => graph.GetValueOrDefault(output)?.Dimensions switch
    {
        null => $"has no output '{output}' for the head '{head.Name}' (it has {string.Join(", ", graph.Keys)})",
        [_, var labels] when labels <= 0 || labels == head.Labels.Count => null,
        [_, var labels] => $"gives {labels} numbers a text as '{output}', and the head '{head.Name}' has {head.Labels.Count} labels",
        _ => $"gives no table of texts × labels as '{output}' for the head '{head.Name}'",
    };
}
