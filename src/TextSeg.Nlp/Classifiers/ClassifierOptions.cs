namespace TextSeg.Nlp.Classifiers;

/// <summary>How a classifier uses the machine. Labels do not depend on it.</summary>
public sealed class ClassifierOptions
{
    /// <summary>Batches read at the same time, 0 to 256; 0 = as many as the machine has processors. Default 0.</summary>
    public int Threads { get; set; }

    /// <summary>Tokens in one batch, padding included, 1 to 1,048,576; a longer text makes a batch of its own. Default 1,024. 1 = each text by itself.</summary>
    public int TokensPerBatch { get; set; } = 1024;

    /// <summary>Every fault of the settings in one exception.</summary>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        if (Threads is < 0 or > 256)
        {
            faults.Add($"Threads must be 0 to 256 and is {Threads}");
        }

        if (TokensPerBatch is < 1 or > 1 << 20)
        {
            faults.Add($"TokensPerBatch must be 1 to 1,048,576 and is {TokensPerBatch}");
        }

        if (faults.Count > 0)
        {
            throw new ArgumentException("Classifier options: " + string.Join("; ", faults) + ".");
        }
    }
}
